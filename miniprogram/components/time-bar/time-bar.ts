import { secondsLeft } from '../../services/time-left'

/** A code is renewed this long before it ends, so that the one on the screen can always be scanned. */
const RENEW_BEFORE_S = 5

/**
 * The time a code has left. Starts anew with each new `round`; asks for the next code by `renew` shortly
 * before the end. Only differences of the phone's clock count, so a wrong clock does no harm.
 */
Component({
  options: { pureDataPattern: /^_/ },
  properties: {
    /** Changes with each new code. */
    round: { type: Number, value: 0 },
    /** How long the code lives, in ms, by the server's clock. */
    lifetime: { type: Number, value: 0 },
  },
  data: { seconds: 0, _since: 0, _asked: false, _timer: 0 },
  observers: {
    round(round: number) {
      if (round > 0) this.start()
    },
  },
  lifetimes: {
    detached() {
      clearTimeout(this.data._timer)
    },
  },
  pageLifetimes: {
    /** Timers sleep in the background: look at once when the page is back. */
    show() {
      if (this.data.round > 0) this.tick()
    },
  },
  methods: {
    start() {
      this.data._since = Date.now()
      this.data._asked = false
      this.tick()
    },
    tick() {
      clearTimeout(this.data._timer)
      const seconds = secondsLeft(this.data.lifetime, Date.now() - this.data._since)
      if (seconds !== this.data.seconds) this.setData({ seconds })
      if (seconds <= RENEW_BEFORE_S && !this.data._asked) {
        this.data._asked = true
        this.triggerEvent('renew')
      }
      if (seconds > 0) this.data._timer = setTimeout(() => this.tick(), 1000)
    },
  },
})
