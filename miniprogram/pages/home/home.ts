import type { State } from '../../components/state-view/state-view'
import { ask } from '../../services/cloud'
import { formatDelta } from '../../services/format-points'
import { forgetCard, keepCard, readCard } from '../../services/last-known'
import { presentArrival } from '../../services/present-arrival'
import type { Line } from '../../services/present-line'
import { sayRules } from '../../services/say-rules'
import { asInvited, forgetWhoInvites } from '../../services/session'
import { watch } from '../../services/watch'
import { type Card, presentCard, presentWelcome, type Welcome } from './present-home'

/** Points appear within 3 s of the bill; a page left open rests after two minutes. EARN-29. */
const rhythm = { every: 2000, during: 120_000 }

type Moment = { title: string; figure: string; note: string }

Component({
  options: { pureDataPattern: /^_/ },
  data: {
    state: 'loading' as State,
    words: '',
    /** Why the card on the screen may not be the newest. */
    notice: '',
    rules: '',
    welcome: null as ReturnType<typeof presentWelcome> | null,
    card: null as ReturnType<typeof presentCard> | null,
    moment: null as Moment | null,
    /** Points have just come: he is asked whether WeChat may tell him. */
    offer: false,
    showRules: false,
    _card: null as Card | null,
    _stop: undefined as (() => void) | undefined,
    _inFront: false,
  },
  methods: {
    onLoad() {
      const known = readCard()
      if (known) this.showCard(known, '正在更新')
    },
    onShow() {
      this.data._inFront = true
      void this.refresh()
    },
    onHide() {
      this.data._inFront = false
      this.data._stop?.()
    },
    onUnload() {
      this.onHide()
    },
    async onPullDownRefresh() {
      await this.refresh()
      await wx.stopPullDownRefresh()
    },
    async refresh() {
      this.data._stop?.()
      const outcome = await ask('member', 'home', asInvited(), () => {
        if (this.data.state === 'loading') this.setData({ state: 'slow' })
      })
      if (!outcome.ok) {
        if (this.data._card) this.setData({ notice: '没有网络，下拉刷新' })
        else this.setData({ state: 'error', words: outcome.words })
      } else if (outcome.data.joined) {
        const seen = readCard()?.seq
        this.showCard(outcome.data, '')
        if (seen !== undefined) this.celebrate(outcome.data.latest.filter((line) => line.seq > seen))
        this.watchArrivals()
      } else this.showWelcome(outcome.data)
    },
    showCard(card: Card, notice: string) {
      this.data._card = card
      keepCard(card)
      const rules = sayRules(card.rules)
      this.setData({ state: 'ready', welcome: null, card: presentCard(card), rules, notice })
    },
    showWelcome(welcome: Welcome) {
      forgetCard()
      this.data._card = null
      this.setData({
        state: 'ready',
        card: null,
        welcome: presentWelcome(welcome),
        rules: sayRules(welcome.rules),
        notice: '',
      })
    },
    watchArrivals() {
      this.data._stop?.()
      if (this.data._inFront) this.data._stop = watch(rhythm, () => this.lookForArrivals())
    },
    /** One light look. When something came it is celebrated at once and the rest of the card follows. */
    async lookForArrivals(): Promise<boolean> {
      const card = this.data._card
      if (!card) return true
      const outcome = await ask('points', 'arrivals', { since: card.seq })
      if (!outcome.ok || outcome.data.lines.length === 0 || this.data._card !== card) return false
      const { seq, balance, lines } = outcome.data
      const latest = [...lines, ...card.latest].sort((a, b) => b.seq - a.seq)
      this.showCard({ ...card, seq, balance, latest }, '')
      this.celebrate(lines)
      void this.refresh()
      return true
    },
    celebrate(lines: Line[]) {
      const moment = presentArrival(lines)
      if (moment) this.setData({ moment, offer: true })
    },
    async celebrateJoining({ detail }: WechatMiniprogram.CustomEvent<{ earned: number; note: string }>) {
      forgetWhoInvites()
      await this.refresh()
      if (detail.earned > 0)
        this.setData({
          moment: {
            title: '欢迎入会',
            figure: formatDelta(detail.earned),
            note: detail.note || '积分已到账，今天就能用',
          },
        })
    },
    toggleRules() {
      this.setData({ showRules: !this.data.showRules })
    },
  },
})
