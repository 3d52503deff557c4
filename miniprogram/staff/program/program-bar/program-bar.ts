import type { Chip } from '../../../components/chip-row/chip-row'

/** At the foot of the page: how it stands, and what can be done with what is written. */
Component({
  properties: {
    /** Made by `sayStanding`. */
    standing: { type: Object },
    judged: { type: Object },
    terms: { type: Object },
    revision: { type: Number, value: 0 },
    today: { type: String, value: '' },
    taken: { type: Array, value: [] as string[] },
    branches: { type: Array, value: [] as Chip[] },
    isChanged: { type: Boolean, value: false },
    hasDraft: { type: Boolean, value: false },
    busy: { type: Boolean, value: false },
  },
  /** Which sheet is open: `remarks`, `try`, `publish` or none. */
  data: { sheet: '' },
  methods: {
    openRemarks() {
      const { terms, judged } = this.properties
      if (terms && judged) this.setData({ sheet: 'remarks' })
    },
    try() {
      this.setData({ sheet: 'try' })
    },
    save() {
      this.triggerEvent('save')
    },
    /** What is published is the draft as it is kept, so it has to be kept first. */
    async publish() {
      if (this.properties.isChanged) await wx.showToast({ title: '先存草稿，再发布', icon: 'none' })
      else this.setData({ sheet: 'publish' })
    },
    close() {
      this.setData({ sheet: '' })
    },
    go({ detail }: WechatMiniprogram.CustomEvent<{ section: string }>) {
      this.close()
      this.triggerEvent('go', detail)
    },
    published({ detail }: WechatMiniprogram.CustomEvent<object>) {
      this.close()
      this.triggerEvent('published', detail)
    },
    conflict({ detail }: WechatMiniprogram.CustomEvent<object>) {
      this.close()
      this.triggerEvent('conflict', detail)
    },
  },
})
