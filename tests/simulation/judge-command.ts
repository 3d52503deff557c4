import type { Answer, Judge } from './answer'
import type { Books } from './books'
import type { Invocation } from './invocation'
import type { Committed } from './person'
import { bodyOf, keyOf, type Question } from './question'

/** Commands on a member, kept under their key. */
const COMMANDS = [
  'member.join',
  'member.setProfile',
  'member.bindPhone',
  'member.forgetPhone',
  'engagement.checkIn',
  'engagement.answer',
  'mall.claim',
  'tiers.buy',
  'tiers.pause',
  'cashier.settleBill',
  'cashier.reverseBill',
  'manager.adjust',
  'manager.bar',
  'manager.liftBar',
]

/** Said of a number before anything is decided. */
const NO_NUMBER = ['PHONE_CODE_EXPIRED', 'PHONE_NOT_SUPPORTED', 'PHONE_OF_ANOTHER_MEMBER']
/** Said before anything is decided, and so not kept. */
const GUARDS = [
  ...NO_NUMBER,
  'FORBIDDEN',
  'VISIT_EXPIRED',
  'ABOVE_LIMIT',
  'BILL_NOT_FOUND',
  'REVERSAL_ABOVE_LIMIT',
  'BUSY',
  'INTERNAL',
  'BILL_ALREADY_SETTLED',
  'REWARD_NOT_FOUND',
]
/** Must not be said of what was done before. */
const UNTRUE_AFTERWARDS = [
  ...NO_NUMBER,
  'VISIT_EXPIRED',
  'ABOVE_LIMIT',
  'REVERSAL_ABOVE_LIMIT',
  'BILL_ALREADY_SETTLED',
  'REWARD_NOT_FOUND',
]
/** Asked by a colleague about a member. */
const FOR_OTHERS = ['cashier.settleBill', 'manager.adjust', 'manager.bar', 'manager.liftBar']
const NO_ACCOUNT = ['NOT_A_MEMBER', 'MEMBER_NOT_FOUND']

/** I4, I5: what is acknowledged is committed, once, as it was asked; what is refused has changed nothing. */
export const judgeCommand: Judge = (books, run, answer) => {
  const { question } = run
  const key = keyOf(question)
  if (key === null || !COMMANDS.includes(question.asked)) return
  const committed = books.committed.get(key)
  const mine = committed?.body === bodyOf(question) ? committed : undefined
  if (answer.ok) return acknowledged(books, question, answer, mine)
  refused(books, run, answer.refusal ?? '', mine)
}

function acknowledged(
  books: Books,
  { asked, input }: Question,
  { data }: Answer,
  mine: Committed | undefined,
) {
  if (!mine?.reply.ok)
    return books.violate(
      'I5',
      `${asked} ${input.key} was acknowledged, committed is ${JSON.stringify(mine?.reply)}`,
    )
  const told = pick(asked, data ?? {})
  const kept = pick(asked, flat(mine.reply.value))
  books.holds(told === kept, 'I4', () => `${input.key} was told ${told}, kept is ${kept}`)
}

const TOLD: Record<string, string[]> = {
  'member.join': ['member', 'earned', 'balance', 'referral'],
  'member.setProfile': ['name', 'birthday'],
  'engagement.checkIn': ['streak', 'earned', 'pending', 'balance'],
  'engagement.answer': ['earned', 'pending', 'balance'],
  'mall.claim': ['balance', 'code', 'expiresOn'],
  'tiers.buy': ['tierName', 'until', 'balance'],
  'tiers.pause': ['until'],
  'cashier.reverseBill': ['amount', 'left', 'points', 'lapsed', 'owed', 'balance', 'debt', 'loweredTo'],
  'manager.adjust': ['outcome', 'balance'],
  'manager.bar': ['member', 'until'],
  'manager.liftBar': ['member'],
  'cashier.settleBill': ['amount', 'earned', 'balance', 'stamped', 'upgradedTo'],
}

/** A settled bill is kept whole and shown flat; so is a redemption. */
function flat(value: unknown): Record<string, unknown> {
  const reply = (value ?? {}) as Record<string, unknown>
  return {
    ...reply,
    ...(reply.settled as object),
    ...(reply.reversed as object),
    ...(reply.redemption as object),
  }
}

const pick = (asked: string, reply: Record<string, unknown>): string =>
  JSON.stringify((TOLD[asked] ?? []).map((field) => flat(reply)[field]))

function refused(books: Books, run: Invocation, refusal: string, mine: Committed | undefined) {
  const { question, since } = run
  const { asked, input, who } = question
  const say = (what: string) => () => `${asked} ${input.key} was refused ${refusal}: ${what}`
  if (refusal === 'KEY_REUSED')
    return books.holds(
      (books.bodies.get(String(input.key))?.size ?? 0) > 1,
      'I4',
      say('nothing else was asked'),
    )
  // A call that was given up may bind the number while he is told that its code is used: he sees it bound.
  const inTime = NO_NUMBER.includes(refusal) ? (mine?.step ?? 0) <= since : true
  if (UNTRUE_AFTERWARDS.includes(refusal))
    books.holds(!(mine?.reply.ok && inTime), 'I5', say('it had been done'))
  if (GUARDS.includes(refusal)) return
  if (NO_ACCOUNT.includes(refusal) && !FOR_OTHERS.includes(asked)) {
    return books.holds(books.joinedSince(who ?? '', since), 'model', say('he had an account'))
  }
  if (NO_ACCOUNT.includes(refusal)) return
  books.holds(
    mine?.reply.ok === false && mine.reply.refusal === refusal,
    'I4',
    say(JSON.stringify(mine?.reply)),
  )
}
