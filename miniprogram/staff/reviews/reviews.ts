import type { State } from '../../components/state-view/state-view'
import { ask } from '../../services/cloud'
import { both, load } from '../../services/load'
import { viewWaiting, type Waiting } from './view-reviews'

/** What waits for a second look: points beyond the cap of their day, and adjustments beyond a limit. */
Component({
  data: {
    state: 'loading' as State,
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
      const answers = await load(
        this,
        async (slow) =>
          both(await Promise.all([ask('manager', 'reviews', {}, slow), ask('manager', 'proposals', {})])),
        { FORBIDDEN: 'gate' },
      )
      if (!answers) return
      const [{ reviews }, { proposals }] = answers
      const waiting = viewWaiting(reviews, proposals)
      this.setData({ state: waiting.length === 0 ? 'empty' : 'ready', waiting })
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
