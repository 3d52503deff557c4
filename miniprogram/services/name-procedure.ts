import type { Contract } from '../../core/contract'

/** What each thing that can be asked is called by those who do it. One that is new fails the build until it has a name. */
const names: { [N in keyof Contract]: Record<keyof Contract[N] & string, string> } & {
  pos: Record<'orders', string>
} = {
  member: {
    home: '打开首页',
    sit: '扫桌码入座',
    join: '入会',
    setProfile: '改资料',
    code: '出示会员码',
    bindPhone: '绑定手机号',
    forgetPhone: '删除手机号',
    inbox: '看消息',
    readInbox: '读完消息',
    allowMessages: '允许微信消息',
    referral: '看推荐有礼',
    poster: '生成邀请海报',
  },
  points: { arrivals: '积分到账', ledger: '看明细', calculate: '算积分' },
  mall: { list: '看商城', claim: '兑换', redemptions: '看兑换码', redemption: '出示兑换码' },
  tiers: { levels: '看等级', buy: '兑换等级', pause: '暂停保级' },
  engagement: {
    round: '打开签到',
    checkIn: '签到',
    questionnaire: '打开问卷',
    answer: '填写问卷',
    campaigns: '看活动',
  },
  cashier: {
    desk: '打开工作台',
    identify: '扫会员码',
    guestsAtTable: '看桌上的会员',
    findByPhone: '按手机号找顾客',
    previewBill: '试算账单',
    settleBill: '结账',
    findBills: '找账单',
    previewReversal: '试算退单',
    reverseBill: '退单',
    reverseClaim: '作废兑换码',
    inspectCode: '查兑换码',
    redeemCode: '核销',
    acceptInvitation: '接受邀请',
  },
  manager: {
    team: '打开团队',
    inviteStaff: '邀请同事',
    revokeStaff: '移除同事',
    trail: '看操作记录',
    alarms: '看提醒',
    allowMessages: '允许微信提醒',
    tellings: '看告知记录',
    health: '看系统状况',
    acknowledgeAlarm: '确认提醒',
    proposals: '看更正和调整建议',
    decideProposal: '决定更正和调整',
    reviews: '看待确认的积分',
    decideReview: '确认积分',
    member: '按会员号看会员',
    adjust: '调整积分',
    credits: '看员工入账',
    barred: '看黑名单',
    bar: '加入黑名单',
    liftBar: '移出黑名单',
    answers: '看问卷结果',
    program: '看规则',
    presets: '看规则模板',
    lintProgram: '检查规则',
    previewProgram: '试算规则',
    saveDraft: '存规则草稿',
    publishProgram: '发布规则',
  },
  pos: { orders: '收银机传账单' },
}

/** A procedure in words; one that a newer version has counted keeps its own name. */
export function nameProcedure(procedure: string): string {
  const [name = '', what = ''] = procedure.split('.')
  return (names as Record<string, Record<string, string>>)[name]?.[what] ?? procedure
}
