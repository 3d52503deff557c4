import type { State } from '../../components/state-view/state-view'
import { ask } from '../../services/cloud'
import { command } from '../../services/command'
import { load } from '../../services/load'
import { presentDone, presentRound, type RoundView } from './present-round'

const checkIn = command('engagement', 'checkIn')

/** The round of check-ins, and today's tap. ENG-01, ENG-10. */
Component({
  data: {
    state: 'loading' as State,
    words: '',
    view: null as RoundView | null,
    /** Why it was not done, under the button. */
    refusal: '',
    busy: false,
    moment: null as ReturnType<typeof presentDone> | null,
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
      const round = await load(this, (slow) => ask('engagement', 'round', {}, slow), {
        NOT_A_MEMBER: 'gate',
        CHECK_IN_OFF: 'empty',
      })
      if (round) this.setData({ state: 'ready', view: presentRound(round) })
    },
    /** Asked even when the page believes that today is done: the server knows the day. */
    async tap() {
      if (this.data.busy) return
      this.setData({ busy: true, refusal: '' })
      const outcome = await checkIn({})
      this.setData({
        busy: false,
        ...(outcome.ok ? { moment: presentDone(outcome.data) } : { refusal: outcome.words }),
      })
      await this.refresh()
    },
    async scanned() {
      this.setData({ refusal: '' })
      await this.refresh()
    },
    goHome() {
      void wx.switchTab({ url: '/pages/home/home' })
    },
  },
})
