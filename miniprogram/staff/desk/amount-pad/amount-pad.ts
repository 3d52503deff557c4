/** The keys of a till with the one that settles, all under the thumb. */
Component({
  properties: {
    /** What the big key says; it can be pressed only when `ready`. */
    label: { type: String, value: '结账' },
    ready: { type: Boolean, value: false },
    busy: { type: Boolean, value: false },
  },
  data: { keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'] },
  methods: {
    press({ currentTarget }: WechatMiniprogram.TouchEvent) {
      if (!this.data.busy) this.triggerEvent('press', { key: currentTarget.dataset.key })
    },
    settle() {
      if (this.data.ready && !this.data.busy) this.triggerEvent('settle')
    },
  },
})
