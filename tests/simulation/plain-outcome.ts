import { redemptionCodeOf } from '../../cloudfunctions/codes'
import type { MemberId, Program } from '../../core/contract'
import { SECRET } from './house'
import { plainAdjust, plainAdjustsAlone } from './plain-adjust'
import { plainBar, plainLift } from './plain-bar'
import { plainCheckIn } from './plain-check-in'
import { plainCount, plainIsLimited } from './plain-limit'
import { plainBurn, plainDay } from './plain-lots'
import { type PlainLine, type PlainMember, plainBill, plainJoin } from './plain-model'
import { plainPaid } from './plain-occasions'
import { plainPrice } from './plain-price'
import { plainProfile } from './plain-profile'
import type { PlainPromise } from './plain-promise'
import { plainAnswer } from './plain-questionnaire'
import { plainAccept, plainFirstOrder } from './plain-referral'
import { plainReverse } from './plain-reversal'
import { plainVerdict } from './plain-review'
import { plainCard } from './plain-stamps'
import { plainBuy, plainPause } from './plain-tiers'
import { plainTime, plainTurn } from './plain-time'
import { plainRemember } from './plain-void'
import { orderKey, type Question, refundKey } from './question'
import { numberIn } from './wechat'

/** What must come of a command for a member as he is now: a refusal, or null and these lines. */
export interface PlainOutcome {
  refusal: string | null
  lines: PlainLine[]
  /** What is due to friends from now on. */
  promises?: Map<string, PlainPromise>
}

/** Whose code a guest came with, as the product read it. */
export interface Brought {
  by: string
  isExcluded: boolean
}

const no = (refusal: string): PlainOutcome => ({ refusal, lines: [] })
const yes = (lines: PlainLine[]): PlainOutcome => ({ refusal: null, lines })

/** What the plain model says: lines, or the word for no. */
const orNo = (said: PlainLine[] | string): PlainOutcome => (typeof said === 'string' ? no(said) : yes(said))

type Rule = (
  member: PlainMember,
  question: Question,
  today: string,
  program: Program,
  brought: Brought | null,
) => PlainOutcome

const rules: Partial<Record<Question['asked'], Rule>> = {
  'member.join': (member, { who, input }, today, program, brought) => {
    if (member.joined) return no('ALREADY_JOINED')
    const joined = plainJoin(member, today, program)
    if (brought === null) return yes([...joined, ...plainProfile(member, input, today, program)])
    const { lines, promises } = plainAccept(member, { who: who ?? '', ...brought }, today, program)
    const profile = plainProfile(member, input, today, program)
    return { ...yes([...joined, ...lines, ...profile]), promises }
  },
  'member.setProfile': (member, { input }, today, program) => {
    const birthday = input.birthday as string | undefined
    if (birthday !== undefined && member.birthday !== null && member.birthday !== birthday)
      return no('BIRTHDAY_ALREADY_SET')
    return yes(plainProfile(member, input, today, program))
  },
  'member.readInbox': () => yes([]),
  'member.bindPhone': (member, { input }) => {
    member.phone = numberIn(input.code)
    return yes([])
  },
  'member.forgetPhone': (member) => {
    member.phone = null
    return yes([])
  },
  'cashier.settleBill': (member, { input }, today, program) => {
    if (member.bar !== null) return no('MEMBER_BARRED')
    const billNo = (input.billNo as string | undefined) ?? null
    const key = String(input.key)
    const where = { branch: branchOf(input.visit), isDesk: true }
    const bill = { ...where, key, no: billNo, fen: input.amount as number }
    return settled(member, bill, { on: today, today }, program)
  },
  'cashier.reverseBill': (member, { input }, today, program) =>
    plainReverse(member, String(input.bill), Number(input.amount), today, program),
  'tiers.buy': (member, { input }, today, program) =>
    orNo(plainBuy(member, input.tier as string, today, program)),
  'tiers.pause': (member, _question, today, program) => orNo(plainPause(member, today, program)),
  'engagement.checkIn': (member, _question, today, program) => {
    const outcome = plainCheckIn(member, today, program)
    return 'refusal' in outcome ? no(outcome.refusal) : yes(outcome.lines)
  },
  'engagement.answer': (member, { input }, today, program) =>
    orNo(plainAnswer(member, input as never, today, program)),
  /** Nobody's account is wrong: a correction cannot be approved, only rejected. */
  'manager.decideProposal': (member, { input }, today, program) => {
    if (!input.approve) return yes([])
    const adjustment = member.proposed.get(String(input.proposal))
    const lines = adjustment && plainAdjust(member, adjustment, today, program)
    return lines ? yes(lines) : no('PROPOSAL_OUTDATED')
  },
  'manager.decideReview': (member, { input }, today, program) => {
    const verdict = { pending: input.pending, approve: input.approve }
    const lines = plainVerdict(member, verdict, today, program)
    return lines ? yes(lines) : no('REVIEW_NOT_FOUND')
  },
  'manager.adjust': (member, { input, who }, today, program) => {
    if (!member.joined) return no('MEMBER_NOT_FOUND')
    const adjustment = { give: input.direction === 'give', points: Number(input.points) }
    const before = structuredClone(member)
    const lines = plainAdjust(member, adjustment, today, program)
    if (lines === null) return no('INSUFFICIENT_POINTS')
    if (plainAdjustsAlone(who, adjustment.points)) return yes(lines)
    Object.assign(member, before)
    member.proposed.set(String(input.key), adjustment)
    return yes([])
  },
  'manager.bar': (member, { input, who }, today, program) => {
    if (!member.joined) return no('MEMBER_NOT_FOUND')
    if (input.member === who) return no('OWN_ACCOUNT')
    return orNo(plainBar(member, input.days as number | null, today, program))
  },
  'manager.liftBar': (member, { input, who }, today, program) => {
    if (!member.joined) return no('MEMBER_NOT_FOUND')
    return input.member === who ? no('OWN_ACCOUNT') : orNo(plainLift(member, today, program))
  },
  'mall.claim': (member, { who, input }, today, program) => {
    if (member.bar !== null) return no('BARRED')
    const code = redemptionCodeOf(SECRET, who as MemberId, String(input.key))
    if (input.with === 'stamps') return orNo(plainCard(member, code, today, program) ?? 'CARD_NOT_FULL')
    const reward = program.rewards.find(({ id }) => id === input.reward)
    const price = reward && plainPrice(member, reward, today, program)
    if (price !== undefined && typeof input.price === 'number' && input.price < price) return no('PRICE_ROSE')
    if (reward && plainIsLimited(member, reward, today)) return no('DAILY_LIMIT_REACHED')
    const lines = price && plainBurn(member, price, today)
    if (!lines) return no('INSUFFICIENT_POINTS')
    if (reward) plainCount(member, reward, code, today)
    plainRemember(member, code, lines[0]?.lots ?? '')
    return yes(lines)
  },
}

/** Changes the member as the command must. `key` tells which order of a till's batch is meant. */
export function plainOutcome(
  member: PlainMember,
  question: Question,
  key: string,
  now: number,
  programOn: (day: string) => Program,
  brought: Brought | null,
): PlainOutcome | null {
  const today = plainDay(now)
  const program = programOn(today)
  const timely = plainTime(member, today, program)
  const outcome = isExpiry(question)
    ? yes([])
    : commandOutcome(member, question, key, today, program, brought)
  if (outcome === null) return null
  const turned = isExpiry(question) ? [] : plainTurn(member, today, today, program)
  return { ...outcome, lines: [...timely, ...outcome.lines, ...turned] }
}

/** A decision is kept under a key that what is decided gives. */
function keysOf({ asked, input }: Question): unknown[] {
  if (asked === 'manager.decideReview') return [`review.${input.member}.${input.pending}`]
  if (asked !== 'manager.decideProposal') return [input.key]
  return [`correction.${input.proposal}`, `adjustment.${input.proposal}`]
}

/** A bill, and what it may be worth to who brought him. */
function settled(
  member: PlainMember,
  bill: { key: string; no: string | null; fen: number; branch: string; isDesk: boolean },
  days: { on: string; today: string },
  program: Program,
): PlainOutcome {
  const fen = plainPaid(member, bill, days.on, program)
  const lines = plainBill(member, bill, days, program)
  const first = plainFirstOrder(member, { key: bill.key, fen }, days.on, program)
  return { ...yes([...lines, ...first.lines]), promises: first.promises }
}

/** A visit says where it is. */
const branchOf = (visit: unknown): string => String(visit).split('.')[1] ?? ''

const isExpiry = ({ asked }: Question) => asked === 'jobs.tick'

function commandOutcome(
  member: PlainMember,
  question: Question,
  key: string,
  today: string,
  program: Program,
  brought: Brought | null,
) {
  const { asked, branch = '', orders = [] } = question
  const order = orders.find(({ order_id }) => orderKey(branch, order_id) === key)
  if (order !== undefined) {
    const on = plainDay(Date.parse(order.paid_at))
    if (member.bar !== null && on >= member.bar.since) return no('MEMBER_BARRED')
    return settled(
      member,
      {
        key,
        no: order.order_id,
        fen: order.amount_fen,
        branch,
        isDesk: false,
      },
      { on, today },
      program,
    )
  }
  const refund = question.refunds?.find((one) => refundKey(branch, one) === key)
  if (refund !== undefined) {
    const no = `${branch}.${refund.order_id}`
    const [bill = ''] = [...member.settled].find(([, one]) => one.no === no) ?? []
    return plainReverse(member, bill, refund.amount_fen, today, program)
  }
  return keysOf(question).includes(key)
    ? (rules[asked]?.(member, question, today, program, brought) ?? null)
    : null
}
