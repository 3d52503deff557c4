import type { BranchId, Contract, Fen, MemberId, Program, StaffRole } from '../contract'
import { accept, type Result, refuse } from './result'

/** Everything that staff may ask, as `<function>.<procedure>`. */
export type StaffProcedure = {
  [N in keyof Contract]: {
    [P in keyof Contract[N] & string]: Contract[N][P] extends { audience: 'cashier' | 'manager' }
      ? `${N}.${P}`
      : never
  }[keyof Contract[N] & string]
}[keyof Contract]

interface Right {
  may: readonly StaffRole[]
  /**
   * What a yes leaves in the trail (操作记录): what is *done* is kept in the very document that it
   * changes, what *shows* a member is noted before it is shown, who *looks* around leaves nothing.
   * A no is always noted. SEC-02.
   */
  trail: 'does' | 'shows' | 'looks'
}

const everybody: readonly StaffRole[] = ['clerk', 'manager', 'admin']
const managers: readonly StaffRole[] = ['manager', 'admin']

/** Who may do what. A new procedure of staff does not compile without its line. SEC-03. */
export const RIGHTS: Record<StaffProcedure, Right> = {
  'cashier.desk': { may: everybody, trail: 'looks' },
  'cashier.identify': { may: everybody, trail: 'shows' },
  'cashier.guestsAtTable': { may: everybody, trail: 'shows' },
  'cashier.findByPhone': { may: everybody, trail: 'shows' },
  'cashier.previewBill': { may: everybody, trail: 'looks' },
  'cashier.settleBill': { may: everybody, trail: 'does' },
  'cashier.findBills': { may: everybody, trail: 'shows' },
  'cashier.previewReversal': { may: everybody, trail: 'looks' },
  'cashier.reverseBill': { may: everybody, trail: 'does' },
  'cashier.reverseClaim': { may: everybody, trail: 'does' },
  'cashier.inspectCode': { may: everybody, trail: 'shows' },
  'cashier.redeemCode': { may: everybody, trail: 'does' },
  'manager.team': { may: managers, trail: 'looks' },
  'manager.inviteStaff': { may: managers, trail: 'does' },
  'manager.revokeStaff': { may: managers, trail: 'does' },
  'manager.trail': { may: managers, trail: 'looks' },
  'manager.alarms': { may: managers, trail: 'looks' },
  'manager.allowMessages': { may: managers, trail: 'looks' },
  'manager.tellings': { may: managers, trail: 'shows' },
  'manager.health': { may: managers, trail: 'looks' },
  'manager.acknowledgeAlarm': { may: managers, trail: 'does' },
  'manager.proposals': { may: managers, trail: 'looks' },
  'manager.decideProposal': { may: managers, trail: 'does' },
  'manager.reviews': { may: managers, trail: 'looks' },
  'manager.decideReview': { may: managers, trail: 'does' },
  'manager.member': { may: managers, trail: 'shows' },
  'manager.adjust': { may: managers, trail: 'does' },
  'manager.credits': { may: managers, trail: 'looks' },
  'manager.barred': { may: managers, trail: 'looks' },
  'manager.bar': { may: managers, trail: 'does' },
  'manager.liftBar': { may: managers, trail: 'does' },
  'manager.answers': { may: managers, trail: 'looks' },
  'manager.program': { may: managers, trail: 'looks' },
  'manager.presets': { may: managers, trail: 'looks' },
  'manager.lintProgram': { may: managers, trail: 'looks' },
  'manager.previewProgram': { may: managers, trail: 'shows' },
  'manager.saveDraft': { may: managers, trail: 'does' },
  'manager.publishProgram': { may: managers, trail: 'does' },
}

/** Whom each role makes and unmakes. */
export const APPOINTS: Record<StaffRole, readonly StaffRole[]> = {
  clerk: [],
  manager: ['clerk'],
  admin: ['clerk', 'manager', 'admin'],
}

/** Clerks and managers act for their own branch, an admin for every one. */
const EVERY_BRANCH: readonly StaffRole[] = ['admin']

/** What a right depends on. */
export interface Post {
  _id: MemberId
  role: StaffRole
  branch: BranchId
}

/** Null is every branch. */
export const branchOf = ({ role, branch }: Post): BranchId | null =>
  EVERY_BRANCH.includes(role) ? null : branch

export const actsFor = (post: Post, branch: BranchId): boolean => [null, branch].includes(branchOf(post))

type NotHis = 'ANOTHER_BRANCH' | 'ABOVE_YOUR_ROLE'

export function mayAppoint(post: Post, { role, branch }: Omit<Post, '_id'>): Result<'yes', NotHis> {
  if (!actsFor(post, branch)) return refuse('ANOTHER_BRANCH')
  return APPOINTS[post.role].includes(role) ? accept('yes') : refuse('ABOVE_YOUR_ROLE')
}

/** Who removes somebody is himself there afterwards: that is why there is always an admin. */
export const mayRemove = (post: Post, other: Post): Result<'yes', NotHis | 'CANNOT_REVOKE_ONESELF'> =>
  post._id === other._id ? refuse('CANNOT_REVOKE_ONESELF') : mayAppoint(post, other)

export function maySettle(post: Post, amount: Fen, { limits }: Program): Result<'yes', 'ABOVE_LIMIT'> {
  const { bill } = limits[post.role]
  return bill === null || amount <= bill ? accept('yes') : refuse('ABOVE_LIMIT')
}

/** By the whole bill, so that nobody takes back in parts what he may not take back at once; a claim by its worth. */
export function mayReverse(
  post: Post,
  bill: Fen,
  { limits }: Program,
): Result<'yes', 'REVERSAL_ABOVE_LIMIT'> {
  const { reversal } = limits[post.role]
  return reversal === null || bill <= reversal ? accept('yes') : refuse('REVERSAL_ABOVE_LIMIT')
}
