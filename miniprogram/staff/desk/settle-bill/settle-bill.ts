import { type AnswerTo, ask } from '../../../services/cloud'
import { command } from '../../../services/command'
import { formatPoints } from '../../../services/format-points'
import { formatYuan } from '../../../services/format-yuan'
import { amountWords, parseYuan } from '../../../services/parse-yuan'
import { presentSteps } from '../../../services/present-steps'
import { sayDiscountOf } from '../../../services/say-discount'
import { sayNudge } from '../../../services/say-nudge'
import { sayStamped } from '../../../services/say-stamps'
import type { GuestView } from '../guest-view'
import { pressKey } from '../press-key'
import { readBillNo } from '../read-bill-no'

type Sum = Omit<AnswerTo<'cashier', 'previewBill'>, 'nudge'>

const settle = command('cashier', 'settleBill')

/** The cashier has stopped typing for this long: now the preview is worth asking for. */
const TYPED_MS = 250

let timer = 0
let turn = 0

/** What is taken off, and what is to be paid. C-51. */
const viewDiscount = ({ discount, amount }: Sum) =>
  discount && {
    listed: formatYuan(discount.listed),
    name: sayDiscountOf(discount),
    off: formatYuan(discount.listed - amount),
    pay: formatYuan(amount),
  }

const viewSum = (sum: Sum) => {
  const { earned, balance, steps, stamped, upgradedTo } = sum
  return {
    discount: viewDiscount(sum),
    earned: formatPoints(earned),
    balance: formatPoints(balance),
    steps: presentSteps(steps),
    stamped: stamped === null ? '' : sayStamped(stamped),
    upgradedTo,
  }
}

/** One bill of one guest: the amount, what it will bring, and the key that settles it. */
Component({
  properties: { guest: { type: Object, value: {} as GuestView } },
  data: {
    typed: '',
    fen: 0,
    /** What the key that settles says. */
    label: '结账',
    amountFault: '',
    billNo: '',
    billNoShown: false,
    billNoFault: '',
    sum: null as ReturnType<typeof viewSum> | null,
    /** What the cashier may say to the guest. */
    nudge: '',
    busy: false,
    words: '',
    /** The guest has to be found again. */
    gone: false,
  },
  lifetimes: {
    detached() {
      clearTimeout(timer)
      turn += 1
    },
  },
  methods: {
    press({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      this.take(pressKey(this.data.typed, detail.key))
    },
    input({ detail }: WechatMiniprogram.Input) {
      this.take(detail.value)
    },
    take(typed: string) {
      if (this.data.busy || typed === this.data.typed) return
      const amount = parseYuan(typed)
      const fen = amount.ok ? amount.fen : 0
      clearTimeout(timer)
      turn += 1
      this.setData({
        typed,
        fen,
        label: '结账',
        amountFault: amount.ok ? '' : amountWords[amount.fault],
        words: '',
        ...(fen === 0 ? { sum: null } : {}),
      })
      if (fen > 0) timer = setTimeout(() => this.preview(turn), TYPED_MS)
    },
    async preview(mine: number) {
      const { fen, guest } = this.data
      const outcome = await ask('cashier', 'previewBill', { visit: guest.visit, amount: fen })
      if (mine !== turn) return
      if (outcome.ok)
        this.setData({ sum: viewSum(outcome.data), nudge: sayNudge(outcome.data.nudge), words: '' })
      else this.refuse(outcome)
    },
    showBillNo() {
      this.setData({ billNoShown: true })
    },
    inputBillNo({ detail }: WechatMiniprogram.Input) {
      const read = readBillNo(detail.value)
      this.setData({ billNo: read.ok ? read.billNo : '', billNoFault: read.ok ? '' : read.words, words: '' })
    },
    async settle() {
      const { fen, guest, billNo, busy, billNoFault } = this.data
      if (busy || fen === 0 || billNoFault) return
      clearTimeout(timer)
      turn += 1
      this.setData({ busy: true, words: '' })
      const form = { visit: guest.visit, amount: fen, ...(billNo ? { billNo } : {}) }
      const outcome = await settle(form)
      this.setData({ busy: false })
      if (outcome.ok)
        this.triggerEvent('settled', { ...viewSum(outcome.data), amount: formatYuan(outcome.data.amount) })
      else this.refuse(outcome)
    },
    refuse({ refusal, words }: { refusal: string; words: string }) {
      if (refusal === 'OFFLINE') this.setData({ words: '网络不稳，再试一次不会重复入账', label: '重试' })
      else
        this.setData({
          words,
          label: '结账',
          gone: refusal === 'VISIT_EXPIRED' || refusal === 'MEMBER_NOT_FOUND',
        })
    },
    leave() {
      this.triggerEvent('leave')
    },
  },
})
