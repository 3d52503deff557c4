import type { State } from '../../components/state-view/state-view'
import { ask } from '../../services/cloud'
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
    retry() {
      this.setData({ state: 'loading' })
      void this.refresh()
    },
    async refresh() {
      const outcome = await ask('engagement', 'campaigns', {}, () => {
        if (this.data.state === 'loading') this.setData({ state: 'slow' })
      })
      if (outcome.ok) this.setData({ state: 'ready', view: presentOffers(outcome.data) })
      else if (this.data.state !== 'ready') this.setData({ state: 'error', words: outcome.words })
    },
    showAll() {
      this.setData({ showsAll: true })
    },
  },
})
