import type { State } from '../../components/state-view/state-view'
import { ask } from '../../services/cloud'
import { load } from '../../services/load'
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
      return this.refresh()
    },
    async onPullDownRefresh() {
      await this.refresh()
      await wx.stopPullDownRefresh()
    },
    async refresh() {
      const levels = await load(this, (slow) => ask('tiers', 'levels', {}, slow), { NOT_A_MEMBER: 'gate' })
      if (levels) this.show(presentLevels(levels))
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
      await this.refresh()
      await wx.showToast({ title: detail.words, icon: 'none' })
    },
  },
})
