import type { State } from '../../components/state-view/state-view'
import { ask } from '../../services/cloud'
import { formatPoints } from '../../services/format-points'
import { load } from '../../services/load'
import { chipsFor, choose, type OfferView, presentShelf } from './present-mall'

Component({
  options: { pureDataPattern: /^_/ },
  data: {
    state: 'loading' as State,
    words: '',
    balance: '',
    openCodes: 0,
    chips: [] as { key: string; text: string }[],
    chosen: 'all',
    offers: [] as OfferView[],
    detail: null as OfferView | null,
    showDetail: false,
    _all: [] as OfferView[],
  },
  methods: {
    onShow() {
      void this.refresh()
    },
    async onPullDownRefresh() {
      await this.refresh()
      await wx.stopPullDownRefresh()
    },
    async refresh() {
      const shelf = await load(this, (slow) => ask('mall', 'list', {}, slow), { NOT_A_MEMBER: 'gate' })
      if (!shelf) return
      const all = presentShelf(shelf)
      this.data._all = all
      this.setData({
        state: all.length === 0 ? 'empty' : 'ready',
        balance: formatPoints(shelf.balance),
        openCodes: shelf.openCodes,
        chips: chipsFor(all),
        offers: choose(all, this.data.chosen),
      })
    },
    choose({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      this.setData({ chosen: detail.key, offers: choose(this.data._all, detail.key) })
    },
    open({ currentTarget }: WechatMiniprogram.CustomEvent) {
      const { id } = currentTarget.dataset as { id: string }
      this.setData({ detail: this.data._all.find((offer) => offer.id === id) ?? null, showDetail: true })
    },
    close() {
      this.setData({ showDetail: false })
    },
    /** The claim was refused because the shelf has changed: show it as it is now. */
    reread() {
      void this.refresh()
    },
    goHome() {
      void wx.switchTab({ url: '/pages/home/home' })
    },
  },
})
