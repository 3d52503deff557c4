import type { Form } from '../form'
import { tellRows, without } from '../tell-rows'
import { yesOrNo } from '../yes-or-no'

/** What comes on top: the first order, the birthday, coming often, being new, spending much. */
Component({
  properties: {
    form: { type: Object },
    faults: { type: Object },
  },
  data: {
    yesOrNo,
    firstOrders: [
      { key: 'none', text: '没有' },
      { key: 'flat', text: '送积分' },
      { key: 'threshold', text: '满额送' },
      { key: 'multiplier', text: '加倍' },
    ],
    birthdays: [
      { key: 'none', text: '没有' },
      { key: 'month', text: '生日当月' },
      { key: 'day', text: '生日当天' },
    ],
  },
  methods: {
    add() {
      const { thresholds } = this.properties.form as Form
      tellRows(this, 'thresholds', [...thresholds, { amount: '', points: '' }])
    },
    remove({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const { thresholds } = this.properties.form as Form
      tellRows(this, 'thresholds', without(thresholds, Number(currentTarget.dataset.index)))
    },
  },
})
