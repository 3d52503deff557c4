import type { State } from '../../components/state-view/state-view'
import { ask } from '../../services/cloud'
import { command } from '../../services/command'
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
    retry() {
      this.setData({ state: 'loading' })
      void this.refresh()
    },
    async refresh() {
      const outcome = await ask('engagement', 'round', {}, () => {
        if (this.data.state === 'loading') this.setData({ state: 'slow' })
      })
      if (outcome.ok) this.setData({ state: 'ready', view: presentRound(outcome.data) })
      else if (outcome.refusal === 'NOT_A_MEMBER') this.setData({ state: 'gate' })
      else if (outcome.refusal === 'CHECK_IN_OFF') this.setData({ state: 'empty' })
      else if (this.data.state !== 'ready') this.setData({ state: 'error', words: outcome.words })
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
