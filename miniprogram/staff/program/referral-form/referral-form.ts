import { yesOrNo } from '../yes-or-no'

/** What is given for bringing friends: when, to whom, how much, how often, and when it can be used. */
Component({
  properties: {
    form: { type: Object },
    faults: { type: Object },
  },
  data: {
    switches: yesOrNo,
    triggers: [
      { key: 'firstPaidOrder', text: '好友首单' },
      { key: 'register', text: '好友入会' },
      { key: 'load', text: '好友储值' },
    ],
    sides: [
      { key: 'both', text: '双方' },
      { key: 'referrer', text: '邀请人' },
      { key: 'referee', text: '好友' },
    ],
    ways: [
      { key: 'fixed', text: '固定积分' },
      { key: 'share', text: '消费的百分比' },
    ],
  },
})
