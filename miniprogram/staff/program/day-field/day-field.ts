import { formatDay } from '../../../services/format-day'

/** A day, as a line of a form. */
Component({
  properties: {
    name: { type: String, value: '' },
    label: { type: String, value: '' },
    value: { type: String, value: '' },
    /** The first that can be chosen. */
    start: { type: String, value: '' },
    fault: { type: String, value: '' },
  },
  data: { shown: '' },
  observers: {
    value(value: string) {
      this.setData({ shown: value === '' ? '' : formatDay(value) })
    },
  },
  methods: {
    choose({ detail }: WechatMiniprogram.PickerChange) {
      const { name } = this.properties
      this.triggerEvent('typed', { name, value: String(detail.value) }, { bubbles: true, composed: true })
    },
  },
})
