import { command } from '../../../services/command'
import { formatDay } from '../../../services/format-day'
import type { Terms } from '../form'
import { type Judged, lintFor, lintSoonest } from '../lint-draft'

const publishProgram = command('manager', 'publishProgram')

let turn = 0

/** From which day on, what changes by it, and the tap that makes it a promise. */
Component({
  properties: {
    show: { type: Boolean, value: false },
    terms: { type: Object },
    revision: { type: Number, value: 0 },
    today: { type: String, value: '' },
    /** The days on which a version begins already. */
    taken: { type: Array, value: [] as string[] },
  },
  data: { judged: null as Judged | null, day: '', words: '', busy: false },
  observers: {
    show(show: boolean) {
      if (show) void this.judge('')
    },
  },
  methods: {
    /** For this day, or for the earliest that is allowed. */
    async judge(day: string) {
      turn += 1
      const mine = turn
      const { today } = this.properties
      const terms = this.properties.terms as Terms
      const taken = this.properties.taken as string[]
      this.setData({ words: '', judged: null, day })
      const answer = await (day === '' ? lintSoonest(terms, today, taken) : lintFor(terms, day))
      if (mine !== turn) return
      if (answer.ok) this.setData({ judged: answer.judged, day: answer.judged.day })
      else this.setData({ words: answer.words })
    },
    chooseDay({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      return this.judge(detail.value)
    },
    async publish() {
      const { day, busy, judged } = this.data
      if (busy || judged === null || judged.errors > 0) return
      const { confirm } = await wx.showModal({
        title: `${formatDay(day)}起按新规则？`,
        content: '发布后这一版不能再改，只能再发布新的一版。已经到手的积分不变。',
        confirmText: '发布',
      })
      if (!confirm) return
      this.setData({ busy: true, words: '' })
      const outcome = await publishProgram({ revision: this.properties.revision, validFrom: day })
      this.setData({ busy: false })
      if (outcome.ok) this.triggerEvent('published', outcome.data)
      else if (outcome.refusal === 'DRAFT_CHANGED') this.triggerEvent('conflict', { words: outcome.words })
      else this.setData({ words: outcome.words })
    },
    close() {
      this.triggerEvent('close')
    },
  },
})
