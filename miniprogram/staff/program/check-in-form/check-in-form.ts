import type { Form } from '../form'
import { tellRows, without } from '../tell-rows'
import { yesOrNo } from '../yes-or-no'

const MOST = 10

/** Daily check-in: whether there is one, where, what a day gives and what a row of days gives. */
Component({
  properties: {
    form: { type: Object },
    faults: { type: Object },
  },
  data: {
    most: MOST,
    yesOrNo,
    places: [
      { key: 'anywhere', text: '随时随地' },
      { key: 'restaurant', text: '到店扫桌码' },
    ],
    audiences: [
      { key: 'all', text: '所有会员' },
      { key: 'new', text: '新会员' },
    ],
    oftens: [
      { key: 'always', text: '每轮都送' },
      { key: 'once', text: '只送一次' },
    ],
  },
  methods: {
    add() {
      const { milestones, checkInRound } = this.properties.form as Form
      const fresh = { day: checkInRound, points: '', audience: 'all', often: 'always' }
      tellRows(this, 'milestones', [...milestones, fresh])
    },
    remove({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const { milestones } = this.properties.form as Form
      tellRows(this, 'milestones', without(milestones, Number(currentTarget.dataset.index)))
    },
  },
})
