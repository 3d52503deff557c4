export interface Chip {
  key: string
  text: string
}

/** Choose one of a few. */
Component({
  properties: {
    chips: { type: Array, value: [] as Chip[] },
    chosen: { type: String, value: '' },
    label: { type: String, value: '筛选' },
  },
  methods: {
    choose({ currentTarget }: WechatMiniprogram.CustomEvent) {
      const { key } = currentTarget.dataset as { key: string }
      if (key !== this.data.chosen) this.triggerEvent('choose', { key })
    },
  },
})
