const LEAVE_MS = 200

/** A sheet from below. Its content lives only while it is open. */
Component({
  options: { multipleSlots: true },
  properties: {
    show: { type: Boolean, value: false },
    title: { type: String, value: '' },
  },
  data: { stage: 'closed' as 'closed' | 'open' | 'leaving' },
  observers: {
    show(show: boolean) {
      if (show) this.setData({ stage: 'open' })
      else if (this.data.stage === 'open') this.leave()
    },
  },
  methods: {
    leave() {
      this.setData({ stage: 'leaving' })
      setTimeout(() => {
        if (this.data.stage === 'leaving') this.setData({ stage: 'closed' })
      }, LEAVE_MS)
    },
    close() {
      this.triggerEvent('close')
    },
    /** Keeps the page behind from scrolling. */
    hold() {},
  },
})
