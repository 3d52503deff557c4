import type { State } from '../../components/state-view/state-view'
import { ask } from '../../services/cloud'
import { type LevelsView, presentLevels, type RungView } from './present-levels'

/** What may be confirmed in the sheet. */
type Wish = 'buy' | 'pause'

/** The ladder of tiers: what each gives, where he stands, what keeps him there. LVL-12. */
Component({
  data: {
    state: 'loading' as State,
    words: '',
    levels: null as LevelsView | null,
    /** The tier whose privileges are shown. */
    chosen: null as RungView | null,
    wish: 'buy' as Wish,
    asking: false,
  },
  methods: {
    onShow() {
      return this.load()
    },
    async onPullDownRefresh() {
      await this.load()
      await wx.stopPullDownRefresh()
    },
    retry() {
      this.setData({ state: 'loading' })
      return this.load()
    },
    async load() {
      const outcome = await ask('tiers', 'levels', {}, () => {
        if (this.data.state === 'loading') this.setData({ state: 'slow' })
      })
      if (outcome.ok) return this.show(presentLevels(outcome.data))
      if (outcome.refusal === 'NOT_A_MEMBER') return this.setData({ state: 'gate' })
      if (this.data.state === 'ready') return wx.showToast({ title: outcome.words, icon: 'none' })
      return this.setData({ state: 'error', words: outcome.words })
    },
    show(levels: LevelsView) {
      const id = this.data.chosen?.id ?? levels.here
      const chosen = levels.rungs.find((rung) => rung.id === id) ?? levels.rungs[0] ?? null
      this.setData({ state: 'ready', levels, chosen })
    },
    choose({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const { id } = currentTarget.dataset as { id: string }
      this.setData({ chosen: this.data.levels?.rungs.find((rung) => rung.id === id) ?? null })
    },
    wishToBuy() {
      this.setData({ wish: 'buy', asking: true })
    },
    wishToPause() {
      this.setData({ wish: 'pause', asking: true })
    },
    close() {
      this.setData({ asking: false })
    },
    async done({ detail }: WechatMiniprogram.CustomEvent<{ words: string }>) {
      this.setData({ asking: false })
      await this.load()
      await wx.showToast({ title: detail.words, icon: 'none' })
    },
  },
})
