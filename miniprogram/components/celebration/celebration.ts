import { scatter } from './scatter'

const STAY_MS = 2800

/** The small joy when points arrive. Shows itself for each new `moment`, then goes by itself or at a tap. */
Component({
  options: { pureDataPattern: /^_/ },
  properties: {
    /** `{ title, figure, note }`; a new object is a new celebration, null is none. */
    moment: { type: Object, value: null as unknown as { title: string; figure: string; note: string } },
  },
  data: { showing: false, pieces: [] as ReturnType<typeof scatter>, _timer: 0 },
  observers: {
    moment(moment: object | null) {
      if (moment) this.celebrate()
    },
  },
  lifetimes: {
    detached() {
      clearTimeout(this.data._timer)
    },
  },
  methods: {
    celebrate() {
      clearTimeout(this.data._timer)
      this.setData({ showing: true, pieces: scatter(18) })
      this.data._timer = setTimeout(() => this.end(), STAY_MS)
    },
    end() {
      clearTimeout(this.data._timer)
      if (!this.data.showing) return
      this.setData({ showing: false, pieces: [] })
      this.triggerEvent('end')
    },
  },
})
