import type { Form } from '../form'
import { tellRows, without } from '../tell-rows'
import { yesOrNo } from '../yes-or-no'

const MOST = 10

/** What is given on a member's own days: the anniversary of his joining, and round numbers of bills. */
Component({
  properties: {
    form: { type: Object },
    faults: { type: Object },
    today: { type: String, value: '' },
  },
  data: {
    most: MOST,
    yesOrNo,
  },
  methods: {
    add() {
      const { jubilees } = this.properties.form as Form
      tellRows(this, 'jubilees', [...jubilees, { bill: jubilees.length === 0 ? '100' : '', points: '' }])
    },
    remove({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const { jubilees } = this.properties.form as Form
      tellRows(this, 'jubilees', without(jubilees, Number(currentTarget.dataset.index)))
    },
  },
})
