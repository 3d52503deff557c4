import type { Line } from '../../../services/present-line'
import { type DetailView, presentDetail } from './present-detail'

/** One line of the ledger explained: the steps of its sum and what belongs to it. */
Component({
  options: { pureDataPattern: /^line$/ },
  properties: {
    line: { type: Object, value: null as unknown as Line },
    show: { type: Boolean, value: false },
  },
  data: { detail: null as DetailView | null },
  observers: {
    line(line: Line | null) {
      if (line) this.setData({ detail: presentDetail(line) })
    },
  },
  methods: {
    close() {
      this.triggerEvent('close')
    },
  },
})
