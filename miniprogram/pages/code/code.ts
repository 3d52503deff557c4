import brand from '../../brand.json'
import type { State } from '../../components/state-view/state-view'
import { ask } from '../../services/cloud'
import { groupMember } from '../../services/format-code'
import { keepCard, readCard } from '../../services/last-known'
import { presentArrival } from '../../services/present-arrival'
import { lifetimeOf } from '../../services/time-left'
import { watch } from '../../services/watch'
import { brightenScreen } from './bright-screen'

/** The guest often waits for his points with the code still open. EARN-29. */
const rhythm = { every: 2000, during: 120_000 }

Component({
  options: { pureDataPattern: /^_/ },
  data: {
    brand,
    state: 'loading' as State,
    words: '',
    code: '',
    member: '',
    /** Counts the codes shown, so that the time bar starts anew. */
    round: 0,
    lifetime: 0,
    moment: null as ReturnType<typeof presentArrival>,
    _restore: undefined as (() => Promise<void>) | undefined,
    _stop: undefined as (() => void) | undefined,
  },
  methods: {
    async onShow() {
      const card = readCard()
      if (card) this.setData({ member: groupMember(card.member) })
      void this.renew()
      this.data._stop = watch(rhythm, () => this.lookForArrivals())
      this.data._restore = await brightenScreen()
    },
    onHide() {
      this.data._stop?.()
      void this.data._restore?.()
      this.data._restore = undefined
    },
    onUnload() {
      this.onHide()
    },
    retry() {
      this.setData({ state: 'loading', words: '' })
      void this.renew()
    },
    async renew() {
      const outcome = await ask('member', 'code', {}, () => {
        if (this.data.state === 'loading') this.setData({ state: 'slow' })
      })
      if (outcome.ok) {
        const { code } = outcome.data
        const lifetime = lifetimeOf(outcome.data)
        this.setData({ state: 'ready', code, lifetime, round: this.data.round + 1, words: '' })
      } else if (outcome.refusal === 'NOT_A_MEMBER') this.setData({ state: 'gate' })
      else if (outcome.refusal === 'OFFLINE')
        this.setData({ state: 'error', words: '会员码要联网才能更新。没有网络时，把桌号告诉店员也能积分' })
      else this.setData({ state: 'error', words: outcome.words })
    },
    async lookForArrivals(): Promise<boolean> {
      const card = readCard()
      if (!card) return true
      const outcome = await ask('points', 'arrivals', { since: card.seq })
      if (!outcome.ok || outcome.data.lines.length === 0) return false
      const { seq, balance, lines } = outcome.data
      keepCard({ ...card, seq, balance })
      const moment = presentArrival(lines)
      if (moment) this.setData({ moment })
      return false
    },
  },
})
