import type { Contract } from '../../../core/contract'
import type { AnswerTo } from '../../services/cloud'
import { formatMoment } from '../../services/format-day'
import { nameProcedure } from '../../services/name-procedure'
import { sayRefusal } from '../../services/refusals'
import { roleNames } from '../team/team-view'

export type Action = AnswerTo<'manager', 'trail'>['actions'][number]

type Procedure = {
  [N in 'cashier' | 'manager']: `${N}.${keyof Contract[N] & string}`
}['cashier' | 'manager']

/** What leaves a record even when nothing was refused: these can be asked for. */
const ASKED_FOR: readonly Procedure[] = [
  'cashier.settleBill',
  'cashier.redeemCode',
  'cashier.identify',
  'cashier.guestsAtTable',
  'cashier.findByPhone',
  'cashier.inspectCode',
  'manager.inviteStaff',
  'manager.revokeStaff',
  'cashier.acceptInvitation',
  'manager.publishProgram',
  'manager.saveDraft',
  'manager.previewProgram',
  'manager.decideProposal',
  'manager.adjust',
  'manager.bar',
  'manager.liftBar',
  'manager.acknowledgeAlarm',
]

export const kinds = [
  { key: '', text: '全部' },
  ...ASKED_FOR.map((procedure) => ({ key: procedure, text: nameProcedure(procedure) })),
]

const decisions: Record<string, string> = { approve: '同意', reject: '驳回' }

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
    deed: nameProcedure(procedure),
    who: `${name} · ${roleNames[role]} · ${branchName}`,
    when: formatMoment(at),
    about: about.filter((part) => part !== '').join(' · '),
    no: outcome === 'ok' ? '' : (told[outcome] ?? sayRefusal(outcome)),
  }
}
export type ActionView = ReturnType<typeof viewAction>
