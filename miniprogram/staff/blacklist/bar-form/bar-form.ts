import type { BarReason } from '../../../../core/contract'
import { command } from '../../../services/command'
import { barReasons } from '../../../services/say-bar'

const bar = command('manager', 'bar')

const DAYS: Record<string, number | null> = { month: 30, quarter: 90, year: 365, open: null }

/** Why, and how long: the member reads both. */
Component({
  properties: { member: { type: String, value: '' } },
  data: {
    reasons: (Object.keys(barReasons) as BarReason[]).map((key) => ({ key, text: barReasons[key] })),
    reason: 'CASH_OUT' as BarReason,
    periods: [
      { key: 'month', text: '30 天' },
      { key: 'quarter', text: '90 天' },
      { key: 'year', text: '一年' },
      { key: 'open', text: '直到移出' },
    ],
    period: 'quarter',
    note: '',
    words: '',
    busy: false,
  },
  methods: {
    choose({ detail }: WechatMiniprogram.CustomEvent<{ key: BarReason }>) {
      this.setData({ reason: detail.key })
    },
    last({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      this.setData({ period: detail.key })
    },
    type({ detail }: WechatMiniprogram.Input) {
      this.setData({ note: detail.value, words: '' })
    },
    async submit() {
      const { member, reason, period, busy } = this.data
      const note = this.data.note.trim()
      if (busy) return
      if (note.length < 2) return this.setData({ words: '写一句说明，会员看得到' })
      this.setData({ busy: true, words: '' })
      const outcome = await bar({ member, reason, note, days: DAYS[period] ?? null })
      this.setData({ busy: false })
      if (outcome.ok) this.triggerEvent('done', { words: '已加入黑名单' })
      else this.setData({ words: outcome.words })
    },
  },
})
