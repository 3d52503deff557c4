import { ask } from '../../services/cloud'
import { viewWaiting, type Waiting } from './view-reviews'

/** What waits for a second look: points beyond the cap of their day, and adjustments beyond a limit. */
Component({
  data: {
    state: 'loading',
    words: '',
    waiting: [] as Waiting[],
    /** What the open sheet decides. */
    chosen: null as Waiting | null,
    approve: true,
    bones: [1, 2, 3],
  },
  pageLifetimes: {
    show() {
      this.load()
    },
  },
  methods: {
    async load() {
      const [reviews, proposals] = await Promise.all([
        ask('manager', 'reviews', {}, () => this.slowDown()),
        ask('manager', 'proposals', {}),
      ])
      if (reviews.ok && proposals.ok) {
        const waiting = viewWaiting(reviews.data.reviews, proposals.data.proposals)
        return this.setData({ state: waiting.length === 0 ? 'empty' : 'ready', waiting })
      }
      const no = reviews.ok ? proposals : reviews
      if (no.ok) return
      if (no.refusal === 'FORBIDDEN') this.setData({ state: 'gate' })
      else if (this.data.state === 'loading' || this.data.state === 'slow')
        this.setData({ state: 'error', words: no.words })
      else await wx.showToast({ title: no.words, icon: 'none' })
    },
    slowDown() {
      if (this.data.state === 'loading') this.setData({ state: 'slow' })
    },
    retry() {
      this.setData({ state: 'loading' })
      return this.load()
    },
    open({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const { index, approve } = currentTarget.dataset as { index: number; approve: boolean }
      const chosen = this.data.waiting[index]
      if (chosen) this.setData({ chosen, approve })
    },
    close() {
      this.setData({ chosen: null })
    },
    async decided({ detail }: WechatMiniprogram.CustomEvent<{ words: string }>) {
      this.setData({ chosen: null })
      await wx.showToast({ title: detail.words, icon: 'none' })
      await this.load()
    },
    adjust() {
      return wx.navigateTo({ url: '/staff/adjust/adjust' })
    },
  },
})
