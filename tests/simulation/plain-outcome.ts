import type { Program } from '../../core/contract'
import { type PlainLine, type PlainMember, plainBill, plainBurn, plainDay, plainJoin } from './plain-model'
import { plainTime, plainTurn } from './plain-time'
import { orderKey, type Question } from './question'
import { numberIn } from './wechat'

/** What must come of a command for a member as he is now: a refusal, or null and these lines. */
export interface PlainOutcome {
  refusal: string | null
  lines: PlainLine[]
}

const no = (refusal: string): PlainOutcome => ({ refusal, lines: [] })
const yes = (lines: PlainLine[]): PlainOutcome => ({ refusal: null, lines })

type Rule = (member: PlainMember, question: Question, today: string, program: Program) => PlainOutcome

const rules: Partial<Record<Question['asked'], Rule>> = {
  'member.join': (member, { input }, today, program) => {
    if (member.joined) return no('ALREADY_JOINED')
    member.name = (input.name as string | undefined) ?? null
    member.birthday = (input.birthday as string | undefined) ?? null
    return yes(plainJoin(member, today, program))
  },
  'member.setProfile': (member, { input }) => {
    const birthday = input.birthday as string | undefined
    if (birthday !== undefined && member.birthday !== null && member.birthday !== birthday)
      return no('BIRTHDAY_ALREADY_SET')
    member.birthday = birthday ?? member.birthday
    member.name = (input.name as string | undefined) ?? member.name
    return yes([])
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
  'cashier.settleBill': (member, { input }, today, program) =>
    yes(plainBill(member, { fen: input.amount as number, branch: branchOf(input.visit) }, today, program)),
  /** Nobody's account is wrong: what is proposed cannot be approved, only rejected. */
  'manager.decideProposal': (_member, { input }) => (input.approve ? no('PROPOSAL_OUTDATED') : yes([])),
  'mall.claim': (member, { input }, today, { rewards }) => {
    const reward = rewards.find(({ id }) => id === input.reward)
    const lines = reward && plainBurn(member, reward.points, today)
    return lines ? yes(lines) : no('INSUFFICIENT_POINTS')
  },
}

/** Changes the member as the command must. `key` tells which order of a till's batch is meant. */
export function plainOutcome(
  member: PlainMember,
  question: Question,
  key: string,
  now: number,
  programOn: (day: string) => Program,
): PlainOutcome | null {
  const today = plainDay(now)
  const program = programOn(today)
  const timely = plainTime(member, today, program)
  const outcome = isExpiry(question) ? yes([]) : commandOutcome(member, question, key, today, program)
  if (outcome === null) return null
  const turned = isExpiry(question) ? [] : plainTurn(member, today, today, program)
  return { ...outcome, lines: [...timely, ...outcome.lines, ...turned] }
}

/** A decision is kept under a key that its proposal gives. */
const keyOfDecision = ({ asked, input }: Question) =>
  asked === 'manager.decideProposal' ? `correction.${input.proposal}` : input.key

/** A visit says where it is. */
const branchOf = (visit: unknown): string => String(visit).split('.')[1] ?? ''

const isExpiry = ({ asked }: Question) => asked === 'jobs.tick'

function commandOutcome(
  member: PlainMember,
  question: Question,
  key: string,
  today: string,
  program: Program,
) {
  const { asked, branch = '', orders = [] } = question
  const order = orders.find(({ order_id }) => orderKey(branch, order_id) === key)
  if (order !== undefined)
    return yes(
      plainBill(member, { fen: order.amount_fen, branch }, plainDay(Date.parse(order.paid_at)), program),
    )
  return keyOfDecision(question) === key ? (rules[asked]?.(member, question, today, program) ?? null) : null
}
