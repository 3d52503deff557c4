import type { GuestView } from '../guest-view'

/** What was credited, as the page shows it. */
export interface Receipt {
  earned: string
  balance: string
  amount: string
  /** Null when he pays all. */
  discount: { listed: string; name: string } | null
  /** Empty where it earned no stamp. */
  stamped: string
  upgradedTo: string | null
}

/** Long enough to read it to the guest, short enough for the queue. */
const STAY_SECONDS = 8

let timer = 0

/** The bill is settled; the next guest comes by himself. */
Component({
  properties: {
    guest: { type: Object, value: {} as GuestView },
    receipt: { type: Object, value: {} as Receipt },
  },
  data: { seconds: STAY_SECONDS },
  lifetimes: {
    attached() {
      clearInterval(timer)
      timer = setInterval(() => this.tick(), 1000)
    },
    detached() {
      clearInterval(timer)
    },
  },
  methods: {
    tick() {
      if (this.data.seconds === 1) this.next()
      else this.setData({ seconds: this.data.seconds - 1 })
    },
    next() {
      clearInterval(timer)
      this.triggerEvent('next')
    },
  },
})
