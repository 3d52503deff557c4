import type { Chip } from '../../../components/chip-row/chip-row'

/** One of a few, as a line of a form. */
Component({
  properties: {
    name: { type: String, value: '' },
    label: { type: String, value: '' },
    chips: { type: Array, value: [] as Chip[] },
    chosen: { type: String, value: '' },
  },
  methods: {
    choose({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      const { name } = this.properties
      this.triggerEvent('typed', { name, value: detail.key }, { bubbles: true, composed: true })
    },
  },
})
