import { ask } from '../../services/cloud'
import { command } from '../../services/command'
import { amountWords, parseYuan } from '../../services/parse-yuan'
import { typeYuan } from '../program/read-number'
import { type BillView, type ReversalView, viewBill, viewReversal } from './view-bill'

const reverseBill = command('cashier', 'reverseBill')

/** He has stopped typing for this long: now the preview is worth asking for. */
const TYPED_MS = 250

let timer = 0
let turn = 0

const REASONS = ['菜品退换', '结错了账', '顾客退款'].map((text) => ({ key: text, text }))

/** Taking back a bill or a part of it: which one, how much, why, and what that does. */
Component({
  data: {
    step: 'find',
    reasons: REASONS,
    number: '',
    bills: null as BillView[] | null,
    chosen: null as BillView | null,
    typed: '',
    fen: 0,
    reason: '',
    effect: null as ReversalView | null,
    busy: false,
    label: '确认退单',
    words: '',
  },
  lifetimes: {
    detached() {
      clearTimeout(timer)
      turn += 1
    },
  },
  methods: {
    onLoad() {
      return this.look({})
    },
    typeNumber({ detail }: WechatMiniprogram.Input) {
      this.setData({ number: detail.value.trim(), words: '' })
    },
    find() {
      const { number } = this.data
      return this.look(number === '' ? {} : { billNo: number })
    },
    async look(which: { billNo?: string }) {
      this.setData({ bills: null, words: '' })
      const outcome = await ask('cashier', 'findBills', which)
      if (outcome.ok) this.setData({ bills: outcome.data.bills.map(viewBill) })
      else if (outcome.refusal === 'FORBIDDEN') this.setData({ step: 'gate' })
      else this.setData({ bills: [], words: outcome.words })
    },
    choose({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const chosen = this.data.bills?.[Number(currentTarget.dataset.index)] ?? null
      if (!chosen?.open) return
      this.setData({ step: 'amount', chosen, reason: '', effect: null, words: '', label: '确认退单' })
      this.take(typeYuan(chosen.left))
    },
    type({ detail }: WechatMiniprogram.Input) {
      this.take(detail.value)
    },
    whole() {
      if (this.data.chosen) this.take(typeYuan(this.data.chosen.left))
    },
    take(typed: string) {
      const amount = parseYuan(typed)
      const fen = amount.ok ? amount.fen : 0
      clearTimeout(timer)
      turn += 1
      const mine = turn
      this.setData({ typed, fen, effect: null, words: amount.ok ? '' : amountWords[amount.fault] })
      if (fen > 0) timer = setTimeout(() => this.preview(mine), TYPED_MS)
    },
    async preview(mine: number) {
      const { chosen, fen } = this.data
      if (chosen === null) return
      const outcome = await ask('cashier', 'previewReversal', { bill: chosen.bill, amount: fen })
      if (mine !== turn) return
      if (outcome.ok) this.setData({ effect: viewReversal(outcome.data), words: '' })
      else this.setData({ words: outcome.words })
    },
    chooseReason({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      this.setData({ reason: detail.key })
    },
    typeReason({ detail }: WechatMiniprogram.Input) {
      this.setData({ reason: detail.value })
    },
    async reverse() {
      const { chosen, fen, reason, busy, effect } = this.data
      if (busy || chosen === null || effect === null || reason.trim().length < 2) return
      this.setData({ busy: true, words: '' })
      const outcome = await reverseBill({ bill: chosen.bill, amount: fen, reason: reason.trim() })
      this.setData({ busy: false })
      if (outcome.ok) this.setData({ step: 'done', effect: viewReversal(outcome.data) })
      else if (outcome.refusal === 'OFFLINE')
        this.setData({ words: '网络不稳，再试一次不会重复退', label: '再试一次' })
      else this.setData({ words: outcome.words, label: '确认退单' })
    },
    again() {
      this.setData({ step: 'find', chosen: null, number: '' })
      return this.look({})
    },
  },
})
