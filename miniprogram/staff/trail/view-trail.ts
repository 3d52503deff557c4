import type { Contract } from '../../../core/contract'
import type { AnswerTo } from '../../services/cloud'
import { formatMoment } from '../../services/format-day'
import { sayRefusal } from '../../services/refusals'
import { roleNames } from '../team/team-view'

export type Action = AnswerTo<'manager', 'trail'>['actions'][number]

type Procedure = {
  [N in 'cashier' | 'manager']: `${N}.${keyof Contract[N] & string}`
}['cashier' | 'manager']

/** What colleagues do, in the restaurant's words. A new procedure fails the build until it has some. */
export const deedNames: Record<Procedure, string> = {
  'cashier.settleBill': '结账',
  'cashier.redeemCode': '核销',
  'cashier.identify': '扫会员码',
  'cashier.guestsAtTable': '看桌上的会员',
  'cashier.findByPhone': '按手机号找顾客',
  'cashier.inspectCode': '查兑换码',
  'manager.inviteStaff': '邀请同事',
  'manager.revokeStaff': '移除同事',
  'cashier.acceptInvitation': '接受邀请',
  'manager.publishProgram': '发布规则',
  'manager.saveDraft': '存规则草稿',
  'manager.previewProgram': '试算规则',
  'manager.decideProposal': '决定更正',
  'manager.acknowledgeAlarm': '确认提醒',
  'cashier.previewBill': '试算账单',
  'cashier.desk': '打开收银台',
  'manager.team': '打开团队',
  'manager.alarms': '看提醒',
  'manager.proposals': '看更正建议',
  'manager.allowMessages': '允许消息',
  'manager.health': '看运行情况',
  'manager.trail': '看操作记录',
  'manager.program': '看规则',
  'manager.lintProgram': '检查规则',
}

/** What leaves a record even when nothing was refused: these can be asked for. */
const ASKED_FOR = 14

export const kinds = [
  { key: '', text: '全部' },
  ...Object.entries(deedNames)
    .slice(0, ASKED_FOR)
    .map(([key, text]) => ({ key, text })),
]

const decisions: Record<string, string> = { approve: '同意', reject: '驳回' }

export const nameDeed = (procedure: string): string => deedNames[procedure as Procedure] ?? procedure

export const nameSubject = ({ procedure, subject }: Action): string => {
  if (subject === null) return ''
  if (procedure === 'manager.decideProposal') return decisions[subject] ?? subject
  if (procedure === 'cashier.guestsAtTable') return `桌号 ${subject}`
  return procedure === 'cashier.redeemCode' || procedure === 'cashier.inspectCode'
    ? `码尾 ${subject}`
    : subject
}

/** Said otherwise to who reads of it than to who was refused. */
const told: Record<string, string> = { FORBIDDEN: '没有权限' }

export function viewAction(action: Action) {
  const { id, at, name, role, branchName, procedure, member, outcome } = action
  const about = [member === null ? '' : `会员 …${member.slice(-4)}`, nameSubject(action)]
  return {
    id,
    member,
    deed: nameDeed(procedure),
    who: `${name} · ${roleNames[role]} · ${branchName}`,
    when: formatMoment(at),
    about: about.filter((part) => part !== '').join(' · '),
    no: outcome === 'ok' ? '' : (told[outcome] ?? sayRefusal(outcome)),
  }
}
export type ActionView = ReturnType<typeof viewAction>
