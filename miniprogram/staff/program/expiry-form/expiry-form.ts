import type { Form } from '../form'
import { yesOrNo } from '../yes-or-no'

/** How long points live, whose never expire, and what becomes of points that come back. */
Component({
  properties: {
    form: { type: Object },
    faults: { type: Object },
  },
  data: {
    lives: [
      { key: 'months', text: '按月' },
      { key: 'never', text: '永久有效' },
    ],
    exempts: yesOrNo,
    tiers: [] as { key: string; text: string }[],
  },
  observers: {
    form(form: Form | null) {
      if (form) this.setData({ tiers: form.tiers.map(({ id, name }) => ({ key: id, text: name || id })) })
    },
  },
})
