import { ask } from '../../services/cloud'
import { command } from '../../services/command'
import { formatMoment } from '../../services/format-day'
import { kindOf, readCode } from '../read-code'
import { scanCode } from '../scan-code'
import { type CodeView, viewCode } from './code-view'
import type { ReturnView } from './void-form/view-return'

const redeemCode = command('cashier', 'redeemCode')

const elsewhere = {
  member: '这是会员码，请回收银台扫码结账',
  table: '这是桌码，客人用微信扫一扫就能入座',
}

/** The cashier's second task: a code becomes a dish, once; or it is made void, and its points go back. */
Component({
  data: {
    step: 'enter',
    typed: '',
    words: '',
    busy: false,
    label: '确认核销',
    found: null as CodeView | null,
    done: null as { name: string; at: string } | null,
    voiding: false,
    returned: null as ReturnView | null,
  },
  methods: {
    onLoad(query: { code?: string }) {
      if (query.code) this.inspect(decodeURIComponent(query.code))
    },
    async scan() {
      const text = await scanCode()
      if (text) await this.inspect(text)
    },
    type({ detail }: WechatMiniprogram.Input) {
      this.setData({ typed: detail.value, words: '' })
    },
    submit() {
      const code = readCode(this.data.typed)
      return code ? this.inspect(code) : this.setData({ words: '请输入兑换码，或点上面扫码' })
    },
    async inspect(text: string) {
      const kind = kindOf(text)
      if (kind === 'member' || kind === 'table') return this.setData({ words: elsewhere[kind] })
      if (this.data.busy) return
      this.setData({ busy: true, words: '' })
      const outcome = await ask('cashier', 'inspectCode', { code: text.slice(0, 200) })
      this.setData({ busy: false })
      if (outcome.ok)
        this.setData({ step: 'found', found: viewCode(outcome.data), label: '确认核销', typed: '' })
      else if (outcome.refusal === 'FORBIDDEN') this.setData({ step: 'gate' })
      else this.setData({ words: outcome.words })
    },
    async redeem() {
      const { found, busy } = this.data
      if (!found || busy) return
      this.setData({ busy: true, words: '' })
      const outcome = await redeemCode({ code: found.code })
      this.setData({ busy: false })
      if (outcome.ok) {
        const { rewardName, at } = outcome.data
        return this.setData({ step: 'done', done: { name: rewardName, at: formatMoment(at) } })
      }
      if (outcome.refusal === 'OFFLINE')
        return this.setData({ words: '网络不稳，再试一次不会重复核销', label: '再试一次' })
      this.setData({ words: outcome.words })
      // Somebody was quicker: show when, where and by whom.
      if (outcome.refusal === 'CODE_USED' || outcome.refusal === 'CODE_VOID')
        await this.inspectAgain(found.code)
    },
    openVoid() {
      this.setData({ voiding: true })
    },
    closeVoid() {
      this.setData({ voiding: false })
    },
    showReturn({ detail }: WechatMiniprogram.CustomEvent<ReturnView>) {
      this.setData({ voiding: false, step: 'returned', returned: detail })
    },
    async lookAgain() {
      this.setData({ voiding: false })
      if (this.data.found) await this.inspectAgain(this.data.found.code)
    },
    async inspectAgain(code: string) {
      const outcome = await ask('cashier', 'inspectCode', { code })
      if (outcome.ok) this.setData({ found: viewCode(outcome.data), words: '' })
    },
    again() {
      this.setData({ step: 'enter', typed: '', words: '', found: null, done: null, returned: null })
    },
  },
})
