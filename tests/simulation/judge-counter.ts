import { openMemberCode, openRedemptionCode } from '../../cloudfunctions/codes'
import type { Redemption } from '../../core/store/redemption'
import type { Invitation } from '../../core/store/staff'
import type { Judge } from './answer'
import type { Books } from './books'
import { SECRET } from './house'

/** What is done at the counter and behind it, beside the ledger. */
export const judgeCounter: Judge = (books, run, answer) => rules[run.question.asked]?.(books, run, answer)

/** I4: what is told is what was committed, whoever did it. */
function sameReply(books: Books, key: string, told: unknown): boolean {
  const reply = books.committed.get(key)?.reply
  return reply?.ok === true && JSON.stringify(reply.value) === JSON.stringify(told)
}

const rules: Partial<Record<string, Judge>> = {
  'cashier.redeemCode': (books, { question }, { ok, refusal }) => {
    const code = openRedemptionCode(SECRET, String(question.input.code))
    const kept = code.ok ? books.engine.read<Redemption>('redemptions', code.value) : null
    const used = kept?.used
    const mine = used?.key === question.input.key
    if (ok)
      books.holds(mine, 'I6', () => `${question.input.code} was redeemed, kept is ${JSON.stringify(used)}`)
    if (refusal === 'CODE_USED')
      books.holds(
        !!used && !mine,
        'I6',
        () => `${question.input.code} is used, kept is ${JSON.stringify(used)}`,
      )
    if (refusal === 'CODE_VOID')
      books.holds(kept?.status === 'void', 'I6', () => `${question.input.code} is ${JSON.stringify(kept)}`)
    if (refusal === 'CODE_EXPIRED')
      books.holds(
        !mine,
        'I6',
        () => `${question.input.code} was refused as expired after it had been redeemed`,
      )
  },
  'cashier.reverseClaim': (books, { question }, { ok, refusal, data }) => {
    const code = openRedemptionCode(SECRET, String(question.input.code))
    const kept = code.ok ? books.engine.read<Redemption>('redemptions', code.value) : null
    const { key, reason } = question.input
    const isByKey = kept?.voided?.key === key
    const mine = isByKey && kept?.voided?.reason === reason
    const say = () =>
      `${question.input.code} was answered ${refusal ?? 'void'}, kept is ${JSON.stringify(kept)}`
    if (ok) books.holds(mine && sameReply(books, `void.${kept?._id}`, data), 'I6', say)
    if (refusal === 'CODE_VOID') books.holds(kept?.status === 'void' && !isByKey, 'I6', say)
    if (refusal === 'CODE_USED') books.holds(kept?.status === 'redeemed', 'I6', say)
    if (refusal === 'CODE_EXPIRED') books.holds(!isByKey, 'I6', say)
    if (refusal === 'KEY_REUSED') books.holds(isByKey && !mine, 'I4', say)
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
