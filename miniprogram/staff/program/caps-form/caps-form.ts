/** What one member can earn on a day, what becomes of more, and how far managers adjust alone. */
Component({
  properties: {
    form: { type: Object },
    faults: { type: Object },
  },
  data: {
    groups: { spend: '消费', engage: '签到和任务', referral: '推荐有礼', grant: '升级礼等赠送' },
    roles: { manager: '店长', admin: '管理员' },
    overs: [
      { key: 'none', text: '不限' },
      { key: 'review', text: '店长确认' },
      { key: 'later', text: '之后几天到账' },
      { key: 'drop', text: '不再计入' },
    ],
  },
})
