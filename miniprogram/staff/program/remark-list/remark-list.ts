import type { RemarkView } from '../say-remark'

/** What the linter says, gravest first; a tap asks for the place. */
Component({
  properties: {
    remarks: { type: Array, value: [] as RemarkView[] },
    /** Whether a tap leads anywhere. */
    leads: { type: Boolean, value: false },
  },
  methods: {
    go({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const { section } = currentTarget.dataset as { section: string }
      if (this.properties.leads) this.triggerEvent('go', { section })
    },
  },
})
