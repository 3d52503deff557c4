import { formatPoints } from '../../services/format-points'
import { countUp } from './count'

const STEP_MS = 50
const STEPS = 18

/** A number that runs to its new value. The first value stands at once, unless it is told where to start. */
Component({
  options: { pureDataPattern: /^_/ },
  properties: {
    value: { type: Number, value: 0 },
    /** Where the first run starts; negative: the first value stands at once. */
    from: { type: Number, value: -1 },
  },
  data: { shown: '', _at: undefined as number | undefined, _run: 0 },
  lifetimes: {
    attached() {
      this.runTo(this.data.value)
    },
    detached() {
      this.data._run += 1
    },
  },
  observers: {
    value(value: number) {
      if (this.data._at !== undefined && value !== this.data._at) this.runTo(value)
    },
  },
  methods: {
    runTo(to: number) {
      const start = this.data._at ?? (this.data.from < 0 ? to : this.data.from)
      this.data._at = to
      this.data._run += 1
      const run = this.data._run
      const step = (number: number) => {
        if (run !== this.data._run) return
        this.setData({ shown: formatPoints(countUp(start, to, number, STEPS)) })
        if (number < STEPS) setTimeout(() => step(number + 1), STEP_MS)
      }
      step(start === to ? STEPS : 1)
    },
  },
})
