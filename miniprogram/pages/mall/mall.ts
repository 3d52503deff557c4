import type { State } from '../../components/state-view/state-view'
import { ask } from '../../services/cloud'
import { formatPoints } from '../../services/format-points'
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
      const outcome = await ask('mall', 'list', {}, () => {
        if (this.data.state === 'loading') this.setData({ state: 'slow' })
      })
      if (!outcome.ok) {
        if (outcome.refusal === 'NOT_A_MEMBER') this.setData({ state: 'gate' })
        else if (this.data.state === 'ready')
          await wx.showToast({ title: '没有网络，稍后再刷新', icon: 'none' })
        else this.setData({ state: 'error', words: outcome.words })
        return
      }
      const all = presentShelf(outcome.data)
      this.data._all = all
      this.setData({
        state: all.length === 0 ? 'empty' : 'ready',
        balance: formatPoints(outcome.data.balance),
        openCodes: outcome.data.openCodes,
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
