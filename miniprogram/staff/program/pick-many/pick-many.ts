import type { Chip } from '../../../components/chip-row/chip-row'

/** Any of a few. */
Component({
  properties: {
    name: { type: String, value: '' },
    label: { type: String, value: '' },
    chips: { type: Array, value: [] as Chip[] },
    chosen: { type: Array, value: [] as string[] },
    /** What it means when none is chosen. */
    none: { type: String, value: '' },
    fault: { type: String, value: '' },
  },
  data: { shown: [] as (Chip & { on: boolean })[] },
  observers: {
    'chips, chosen'(chips: Chip[], chosen: string[]) {
      this.setData({ shown: chips.map((chip) => ({ ...chip, on: chosen.includes(chip.key) })) })
    },
  },
  methods: {
    toggle({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const { key } = currentTarget.dataset as { key: string }
      const { name } = this.properties
      const chosen = this.properties.chosen as string[]
      const value = chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key]
      this.triggerEvent('typed', { name, value }, { bubbles: true, composed: true })
    },
  },
})
