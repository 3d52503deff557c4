import type { State } from '../../components/state-view/state-view'
import { ask } from '../../services/cloud'
import { load } from '../../services/load'
import { type OffersView, presentOffers } from './present-offers'

/** The campaign centre: what is on today, what comes, for whom. PAGE-04. */
Component({
  data: {
    state: 'loading' as State,
    words: '',
    view: null as OffersView | null,
    showsAll: false,
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
      const campaigns = await load(this, (slow) => ask('engagement', 'campaigns', {}, slow))
      if (campaigns) this.setData({ state: 'ready', view: presentOffers(campaigns) })
    },
    showAll() {
      this.setData({ showsAll: true })
    },
  },
})
