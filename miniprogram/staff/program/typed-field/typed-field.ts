/** A line of a form: what it is, what is typed, and what is wrong with it. Tells whoever is above of each change. */
Component({
  properties: {
    name: { type: String, value: '' },
    label: { type: String, value: '' },
    value: { type: String, value: '' },
    unit: { type: String, value: '' },
    /** Which keyboard: `digit`, `number` or `text`. */
    type: { type: String, value: 'digit' },
    hint: { type: String, value: '' },
    /** Characters that can be typed. */
    longest: { type: Number, value: 30 },
    fault: { type: String, value: '' },
  },
  methods: {
    input({ detail }: WechatMiniprogram.Input) {
      const { name } = this.properties
      this.triggerEvent('typed', { name, value: detail.value }, { bubbles: true, composed: true })
    },
  },
})
