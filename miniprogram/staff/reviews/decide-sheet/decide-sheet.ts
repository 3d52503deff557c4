import { command } from '../../../services/command'
import type { Waiting } from '../view-reviews'

const decideReview = command('manager', 'decideReview')
const decideProposal = command('manager', 'decideProposal')

/** What is said most often; it can be written otherwise. */
const USUAL = {
  yes: ['核对过小票', '客人多，属实', '店长批准'],
  no: ['查不到这笔消费', '重复记账', '不符合活动规则'],
}

/** Yes or no, with words that the member reads. */
Component({
  properties: {
    waiting: { type: Object, value: {} as Waiting },
    approve: { type: Boolean, value: true },
  },
  data: { usual: [] as string[], note: '', busy: false, words: '' },
  lifetimes: {
    attached() {
      this.setData({ usual: this.properties.approve ? USUAL.yes : USUAL.no })
    },
  },
  methods: {
    type({ detail }: WechatMiniprogram.Input) {
      this.setData({ note: detail.value, words: '' })
    },
    pick({ currentTarget }: WechatMiniprogram.TouchEvent) {
      this.setData({ note: String(currentTarget.dataset.note), words: '' })
    },
    async decide() {
      const { approve } = this.properties
      const waiting = this.properties.waiting as Waiting
      const note = this.data.note.trim()
      if (this.data.busy) return
      if (waiting.kind === 'review' && note.length < 2)
        return this.setData({ words: '写一句理由，会员看得到' })
      this.setData({ busy: true, words: '' })
      const outcome =
        waiting.kind === 'review'
          ? await decideReview({ member: waiting.member, pending: waiting.id, approve, note })
          : await decideProposal({ proposal: waiting.id, approve })
      this.setData({ busy: false })
      if (outcome.ok) this.triggerEvent('decided', { words: approve ? '已同意' : '已拒绝' })
      else if (outcome.refusal === 'OFFLINE' || outcome.refusal === 'BUSY')
        this.setData({ words: outcome.words })
      else this.triggerEvent('decided', { words: outcome.words })
    },
  },
})
