import { openMemberCode, openRedemptionCode } from '../../cloudfunctions/codes'
import type { Redemption } from '../../core/store/redemption'
import type { Invitation } from '../../core/store/staff'
import type { Judge } from './answer'
import { SECRET } from './house'

/** What is done at the counter and behind it, beside the ledger. */
export const judgeCounter: Judge = (books, run, answer) => rules[run.question.asked]?.(books, run, answer)

const rules: Partial<Record<string, Judge>> = {
  'cashier.redeemCode': (books, { question }, { ok, refusal }) => {
    const code = openRedemptionCode(SECRET, String(question.input.code))
    const used = code.ok ? books.engine.read<Redemption>('redemptions', code.value)?.used : null
    const mine = used?.key === question.input.key
    if (ok)
      books.holds(mine, 'I6', () => `${question.input.code} was redeemed, kept is ${JSON.stringify(used)}`)
    if (refusal === 'CODE_USED')
      books.holds(
        !!used && !mine,
        'I6',
        () => `${question.input.code} is used, kept is ${JSON.stringify(used)}`,
      )
    if (refusal === 'CODE_EXPIRED')
      books.holds(
        !mine,
        'I6',
        () => `${question.input.code} was refused as expired after it had been redeemed`,
      )
  },
  'cashier.identify': (books, { question, now }, { ok }) => {
    const opened = openMemberCode(SECRET, String(question.input.code), now)
    const by = opened.ok ? books.spent.get(`usedCodes/${opened.value.once}`) : null
    if (ok) books.holds(by === question.input.key, 'F9', () => `a code spent by ${by} was shown again`)
  },
  'cashier.acceptInvitation': (books, { question }, { ok, refusal }) => {
    const code = String(question.input.code)
    const invitation = books.engine.read<Invitation>('invitations', code)
    const mine = invitation?.usedBy === question.who
    if (ok)
      books.holds(mine && books.bound.has(code), 'SEC-03', () => `${code} is ${JSON.stringify(invitation)}`)
    if (refusal === 'INVITATION_USED')
      books.holds(
        invitation?.status === 'used' && (!mine || books.bound.has(code)),
        'SEC-03',
        () => `${question.who} was told that ${code} is used: ${JSON.stringify(invitation)}`,
      )
  },
  'manager.revokeStaff': (books, { question }, { ok }) => {
    if (ok) books.revoked.set(String(question.input.staff), books.step())
  },
}
