/** What keeps a tier, and who takes its discount off a bill. */
Component({
  properties: {
    form: { type: Object },
    faults: { type: Object },
  },
  data: {
    periods: [
      { key: 'none', text: '不用保级' },
      { key: 'quarter', text: '每个季度' },
      { key: 'days', text: '每若干天' },
    ],
    tooLittle: [
      { key: 'keep', text: '照样保住' },
      { key: 'warn', text: '先提醒一期' },
      { key: 'lose', text: '降一级' },
    ],
    yesOrNo: [
      { key: 'yes', text: '可以' },
      { key: 'no', text: '不可以' },
    ],
    places: [
      { key: 'desk', text: '收银页打折' },
      { key: 'till', text: '收银机打折' },
    ],
  },
})
