import { command } from '../../../services/command'
import type { CodeView } from '../code-view'
import { viewReturn } from './view-return'

const reverseClaim = command('cashier', 'reverseClaim')

const REASONS = ['今天卖完了', '客人换错了', '客人不要了'].map((text) => ({ key: text, text }))

/** A code is made void: why, then once more, because it cannot be undone. */
Component({
  properties: { found: { type: Object, value: {} as CodeView } },
  data: { reasons: REASONS, reason: '', sure: false, busy: false, label: '', words: '' },
  methods: {
    choose({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      this.setData({ reason: detail.key, words: '' })
    },
    type({ detail }: WechatMiniprogram.Input) {
      this.setData({ reason: detail.value, words: '' })
    },
    ask() {
      if (this.data.reason.trim().length < 2) return this.setData({ words: '写一句原因，客人看得到' })
      this.setData({ sure: true, words: '', label: '确认作废' })
    },
    think() {
      this.setData({ sure: false, words: '' })
    },
    async reverse() {
      if (this.data.busy) return
      const { code } = this.properties.found as CodeView
      this.setData({ busy: true, words: '' })
      const outcome = await reverseClaim({ code, reason: this.data.reason.trim() })
      this.setData({ busy: false })
      if (outcome.ok) return this.triggerEvent('returned', viewReturn(outcome.data))
      if (outcome.refusal === 'OFFLINE')
        return this.setData({ words: '网络不稳，再试一次不会重复退', label: '再试一次' })
      this.setData({ words: outcome.words, sure: false })
      // Somebody was quicker: the page shows who.
      if (outcome.refusal === 'CODE_USED' || outcome.refusal === 'CODE_VOID') this.triggerEvent('gone')
    },
  },
})
