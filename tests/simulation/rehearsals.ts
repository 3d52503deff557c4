import { makeVisit, referralCodeOf } from '../../cloudfunctions/codes'
import type { BranchId, BusinessDay, TillOrder, TillRefund } from '../../core/contract'
import { addDays, instantOf } from '../../core/domain/calendar'
import type { Answer } from './answer'
import { Chance } from './chance'
import { PROPOSALS } from './furnish'
import type { History } from './history'
import { ADMINS, idOf, MANAGER, MEMBERS, NEWCOMERS, openidOf, programOn, SECRET } from './house'
import { plainDay } from './plain-lots'
import type { Asked, Question } from './question'
import { alarm as foundSomething } from './scripts/books'
import { alone } from './settle-down'
import { makePhoneCode, NUMBERS } from './wechat'

/** What must have happened before something can be asked, and then the question; asked again it may be made anew. */
export type Rehearsal = (history: History) => Promise<() => Question>

const [ann, ben] = MEMBERS as [(typeof MEMBERS)[number], (typeof MEMBERS)[number]]
const [ada] = ADMINS as [(typeof ADMINS)[number]]
const [newcomer] = NEWCOMERS as [(typeof NEWCOMERS)[number]]
const oto = idOf('oto')
const chance = new Chance(1)

const diner = (asked: Asked, input: () => Record<string, unknown> = () => ({})): Rehearsal =>
  staff(asked, ann, input)

function staff(
  asked: Asked,
  who: Question['who'],
  input: () => Record<string, unknown> = () => ({}),
): Rehearsal {
  return async (history) => {
    await join(history)
    const question = { asked, who, input: input() }
    return () => question
  }
}

/** Ben has brought ann, who has not ordered yet. */
async function comeTogether(history: History): Promise<void> {
  await alone(history, { asked: 'member.join', who: ben, input: { key: chance.uuid() } })
  const input = { key: chance.uuid(), birthday: '03-05', referral: referralCodeOf(SECRET, ben) }
  await alone(history, { asked: 'member.join', who: ann, input })
}

const join = (history: History) =>
  alone(history, { asked: 'member.join', who: ann, input: { key: chance.uuid(), birthday: '03-05' } })

async function told(history: History, question: Question): Promise<Record<string, unknown>> {
  return ((await alone(history, question)) as Answer).data ?? {}
}

function tapped({ world }: History, which: number): Question {
  const code = makePhoneCode(NUMBERS[which] ?? '', world.now, chance)
  return { asked: 'member.bindPhone', who: ann, input: { key: chance.uuid(), code } }
}

async function bound(history: History, which: number): Promise<void> {
  await join(history)
  await alone(history, tapped(history, which))
}

async function claimed(history: History): Promise<string> {
  await join(history)
  const input = { key: chance.uuid(), reward: 'cake' }
  const { redemption } = await told(history, { asked: 'mall.claim', who: ann, input })
  return (redemption as { code: string }).code
}

async function invited(history: History): Promise<string> {
  const input = { key: chance.uuid(), name: '小王', role: 'clerk', branch: 'xuhui' }
  const { invitation } = await told(history, { asked: 'manager.inviteStaff', who: ada, input })
  return (invitation as { code: string }).code
}

const afterClaim =
  (asked: Asked, who: Question['who'], withKey: boolean): Rehearsal =>
  async (history) => {
    const code = await claimed(history)
    const question = { asked, who, input: { ...(withKey ? { key: chance.uuid() } : {}), code } }
    return () => question
  }

/** A banquet at the till, so large that something of it waits for a person; null names what never waited. */
async function overTheCap(history: History): Promise<string> {
  await join(history)
  const order: TillOrder = {
    order_id: 'banquet',
    paid_at: instantOf(new Date(history.world.now)),
    amount_fen: 2_000_000 as TillOrder['amount_fen'],
    member: ann,
  }
  await alone(history, history.stage.till('jingan', [order], chance))
  const { reviews } = await told(history, { asked: 'manager.reviews', who: MANAGER, input: {} })
  return (reviews as { pending: string }[])[0]?.pending ?? 'wait-1'
}

const visitOf = ({ world }: History) =>
  makeVisit(SECRET, { member: ann, staff: oto, branch: 'jingan' as BranchId }, new Date(world.now))

const atDesk =
  (asked: Asked, more: () => object): Rehearsal =>
  async (history) => {
    await join(history)
    const question = { asked, who: oto, input: { visit: visitOf(history), amount: 7_800, ...more() } }
    return () => question
  }

/** A bill that a clerk may take back. */
const afterBill =
  (
    asked: Asked,
    input: (bill: string) => Record<string, unknown>,
    come: (history: History) => Promise<unknown> = join,
  ): Rehearsal =>
  async (history) => {
    await come(history)
    const key = chance.uuid()
    const bill = { key, visit: visitOf(history), amount: 5_200, billNo: 'B1' }
    await told(history, { asked: 'cashier.settleBill', who: oto, input: bill })
    const question = { asked, who: oto, input: input(key) }
    return () => question
  }

/** A tap on "allow". */
function allowing({ books }: History): Question {
  books.engine.wechat.messages.allow(openidOf(MANAGER), 'alarm')
  return { asked: 'manager.allowMessages', who: MANAGER, input: { key: chance.uuid(), template: 'alarm' } }
}

/** What is asked today, answered rightly. */
function answerNow({ world, books }: History) {
  const asked = programOn(books.house, plainDay(world.now)).questionnaire
  if (asked === null) throw new Error('the house of this seed asks nothing')
  const answers = asked.questions.map((question) =>
    question.kind === 'stars'
      ? { question: question.id, kind: question.kind, stars: 4 }
      : {
          question: question.id,
          kind: question.kind,
          options: question.options.slice(0, 1).map(({ id }) => id),
        },
  )
  return { questionnaire: asked.id, answers }
}

/** Today's programme, to be published for a day on which no other begins. */
function nextProgram({ world, books }: History) {
  const today = plainDay(world.now)
  const { version: _version, validFrom: _from, ...terms } = programOn(books.house, today)
  return { terms, validFrom: addDays(today as BusinessDay, 2) }
}

const programmed =
  (asked: Asked, input: (next: ReturnType<typeof nextProgram>) => Record<string, unknown>): Rehearsal =>
  async (history) => {
    await join(history)
    const question = { asked, who: MANAGER, input: input(nextProgram(history)) }
    return () => question
  }

const barring = { key: chance.uuid(), member: ann, reason: 'CASH_OUT', note: '多次套现', days: 30 }

/** Ann is on the blacklist. */
const barredFirst =
  (asked: Asked, input: () => Record<string, unknown>): Rehearsal =>
  async (history) => {
    await join(history)
    await alone(history, { asked: 'manager.bar', who: MANAGER, input: { ...barring, key: chance.uuid() } })
    const question = { asked, who: MANAGER, input: input() }
    return () => question
  }

/** One for everything that can be asked: what is missing here does not compile. */
export const rehearsals: Record<Asked, Rehearsal> = {
  'member.home': diner('member.home'),
  /** By a friend's code, who is there already. */
  'member.join': async (history) => {
    await alone(history, { asked: 'member.join', who: ben, input: { key: chance.uuid() } })
    const input = { key: chance.uuid(), referral: referralCodeOf(SECRET, ben) }
    const question = { asked: 'member.join' as const, who: ann, input }
    return () => question
  },
  'member.setProfile': diner('member.setProfile', () => ({ key: chance.uuid(), name: 'Ann' })),
  'member.sit': diner('member.sit', () => ({ branch: 'jingan', table: '1' })),
  'member.code': diner('member.code'),
  /** Another number than he had, by a new tap each time: the one before is used up. */
  'member.bindPhone': async (history) => {
    await bound(history, 0)
    return () => tapped(history, 1)
  },
  'member.forgetPhone': async (history) => {
    await bound(history, 0)
    const question = { asked: 'member.forgetPhone' as const, who: ann, input: { key: chance.uuid() } }
    return () => question
  },
  'member.inbox': diner('member.inbox'),
  'member.readInbox': diner('member.readInbox', () => ({ key: chance.uuid(), upTo: 2 })),
  'member.allowMessages': diner('member.allowMessages', () => ({
    key: chance.uuid(),
    templates: ['arrival', 'expiring', 'news'],
  })),
  'member.referral': async (history) => {
    await comeTogether(history)
    const question = { asked: 'member.referral' as const, who: ben, input: {} }
    return () => question
  },
  'member.poster': diner('member.poster'),
  'points.arrivals': diner('points.arrivals', () => ({ since: 0 })),
  'points.ledger': diner('points.ledger'),
  'points.calculate': diner('points.calculate', () => ({ amount: 7_800 })),
  'engagement.round': diner('engagement.round'),
  'engagement.checkIn': diner('engagement.checkIn', () => ({ key: chance.uuid() })),
  'engagement.questionnaire': diner('engagement.questionnaire'),
  'engagement.answer': async (history) => {
    await join(history)
    const input = { key: chance.uuid(), ...answerNow(history) }
    return () => ({ asked: 'engagement.answer', who: ann, input })
  },
  'engagement.campaigns': diner('engagement.campaigns'),
  'mall.list': diner('mall.list'),
  'mall.claim': diner('mall.claim', () => ({ key: chance.uuid(), reward: 'cake' })),
  'mall.redemptions': diner('mall.redemptions'),
  'mall.redemption': afterClaim('mall.redemption', ann, false),
  'tiers.levels': diner('tiers.levels'),
  /** Points for it come of joining; what it costs is drawn with the house. */
  'tiers.buy': diner('tiers.buy', () => ({ key: chance.uuid(), tier: 'gold' })),
  /** There is a tier to keep once it was reached. */
  'tiers.pause': async (history) => {
    await join(history)
    const bill = { key: chance.uuid(), visit: visitOf(history), amount: 7_900 }
    for (let n = 0; n < 3; n++)
      await alone(history, { asked: 'cashier.settleBill', who: oto, input: { ...bill, key: chance.uuid() } })
    const question = { asked: 'tiers.pause' as const, who: ann, input: { key: chance.uuid() } }
    return () => question
  },
  'cashier.desk': staff('cashier.desk', oto),
  'cashier.identify': async (history) => {
    await join(history)
    const { code } = await told(history, { asked: 'member.code', who: ann, input: {} })
    const question = { asked: 'cashier.identify' as const, who: oto, input: { key: chance.uuid(), code } }
    return () => question
  },
  'cashier.guestsAtTable': staff('cashier.guestsAtTable', oto, () => ({ table: '1' })),
  'cashier.findByPhone': async (history) => {
    await bound(history, 0)
    const question = { asked: 'cashier.findByPhone' as const, who: oto, input: { phone: NUMBERS[0] } }
    return () => question
  },
  'cashier.previewBill': atDesk('cashier.previewBill', () => ({})),
  /** The first order of one whom a friend has brought. */
  'cashier.settleBill': async (history) => {
    await comeTogether(history)
    const input = { visit: visitOf(history), amount: 7_800, key: chance.uuid(), billNo: 'B1' }
    const question = { asked: 'cashier.settleBill' as const, who: oto, input }
    return () => question
  },
  'cashier.findBills': afterBill('cashier.findBills', () => ({ billNo: 'B1' })),
  'cashier.previewReversal': afterBill('cashier.previewReversal', (bill) => ({ bill, amount: 2_600 })),
  /** The first order of one whom a friend has brought is taken back whole. */
  'cashier.reverseBill': afterBill(
    'cashier.reverseBill',
    (bill) => ({ key: chance.uuid(), bill, amount: 5_200, reason: '菜品退换' }),
    comeTogether,
  ),
  'cashier.inspectCode': afterClaim('cashier.inspectCode', oto, false),
  'cashier.redeemCode': afterClaim('cashier.redeemCode', oto, true),
  /** Of a reward with a finite stock, so that everything has to come back. */
  'cashier.reverseClaim': async (history) => {
    const input = { key: chance.uuid(), code: await claimed(history), reason: '今天卖完了' }
    return () => ({ asked: 'cashier.reverseClaim', who: oto, input })
  },
  'cashier.acceptInvitation': async (history) => {
    const code = await invited(history)
    const question = { asked: 'cashier.acceptInvitation' as const, who: newcomer, input: { code } }
    return () => question
  },
  'manager.team': staff('manager.team', MANAGER),
  'manager.inviteStaff': staff('manager.inviteStaff', ada, () => ({
    key: chance.uuid(),
    name: '小王',
    role: 'clerk',
    branch: 'xuhui',
  })),
  'manager.revokeStaff': staff('manager.revokeStaff', ada, () => ({ staff: ADMINS[1] })),
  'manager.trail': staff('manager.trail', MANAGER),
  'manager.alarms': staff('manager.alarms', MANAGER),
  'manager.allowMessages': async (history) => {
    const question = allowing(history)
    return () => question
  },
  'manager.tellings': staff('manager.tellings', MANAGER, () => ({ member: ann })),
  'manager.health': staff('manager.health', MANAGER),
  'manager.acknowledgeAlarm': staff('manager.acknowledgeAlarm', MANAGER, () => ({ alarm: 'nothing' })),
  'manager.proposals': staff('manager.proposals', MANAGER),
  'manager.decideProposal': staff('manager.decideProposal', MANAGER, () => ({
    key: chance.uuid(),
    proposal: PROPOSALS[0]?._id,
    approve: false,
  })),
  'manager.credits': staff('manager.credits', MANAGER, () => ({ days: 31 })),
  'manager.reviews': staff('manager.reviews', MANAGER),
  'manager.decideReview': async (history) => {
    const pending = await overTheCap(history)
    const input = { key: chance.uuid(), member: ann, pending, approve: true, note: '核对过' }
    return () => ({ asked: 'manager.decideReview', who: MANAGER, input })
  },
  'manager.member': staff('manager.member', MANAGER, () => ({ member: ann })),
  /** More than she may alone: a proposal. */
  'manager.adjust': staff('manager.adjust', MANAGER, () => ({
    key: chance.uuid(),
    member: ann,
    direction: 'give',
    points: 51,
    reason: 'MISSED_BILL',
    note: '小票漏记',
  })),
  'manager.barred': barredFirst('manager.barred', () => ({})),
  'manager.bar': staff('manager.bar', MANAGER, () => barring),
  'manager.liftBar': barredFirst('manager.liftBar', () => ({
    key: chance.uuid(),
    member: ann,
    note: '查清了',
  })),
  'manager.answers': async (history) => {
    await join(history)
    const input = { key: chance.uuid(), ...answerNow(history) }
    await alone(history, { asked: 'engagement.answer', who: ann, input })
    return () => ({ asked: 'manager.answers', who: MANAGER, input: {} })
  },
  'manager.program': staff('manager.program', MANAGER),
  'manager.presets': staff('manager.presets', MANAGER),
  'manager.lintProgram': programmed('manager.lintProgram', ({ validFrom, terms }) => ({ validFrom, terms })),
  'manager.previewProgram': programmed('manager.previewProgram', ({ validFrom, terms }) => ({
    terms,
    member: ann,
    day: validFrom,
    branch: 'jingan',
    amount: 7_800,
  })),
  'manager.saveDraft': programmed('manager.saveDraft', ({ terms }) => ({ revision: 0, terms })),
  'manager.publishProgram': async (history) => {
    const { terms, validFrom } = nextProgram(history)
    const draft = { revision: 0, terms }
    await told(history, { asked: 'manager.saveDraft', who: MANAGER, input: draft })
    const input = { key: chance.uuid(), revision: 1, validFrom }
    return () => ({ asked: 'manager.publishProgram', who: MANAGER, input })
  },
  'pos.orders': async (history) => {
    await join(history)
    const paid_at = instantOf(new Date(history.world.now))
    const order = (order_id: string, member: object): TillOrder => ({
      order_id,
      paid_at,
      amount_fen: 16_800 as TillOrder['amount_fen'],
      ...member,
    })
    const batch = [order('B1', { member: ann }), order('B2', {}), order('B3', { member: ann })]
    const refund = (refund_id: string, amount_fen: number) =>
      ({ refund_id, order_id: 'B1', amount_fen }) as TillRefund
    return () => history.stage.till('jingan', batch, chance, [refund('R1', 5_000), refund('R2', 11_800)])
  },
  /** Everything a timer finds to do: an outbox, a hold nobody settled, points that are due, somebody to tell. */
  'jobs.tick': async (history) => {
    await claimed(history)
    for (let taps = 0; taps < 2; taps++) await alone(history, allowing(history))
    await foundSomething(history.stage, chance)
    history.world.aim = { asked: 'mall.claim', call: 6, fault: 'killedAfter' }
    await alone(history, { asked: 'mall.claim', who: ann, input: { key: chance.uuid(), reward: 'feast' } })
    history.world.aim = null
    history.world.now += 400 * 24 * 3_600_000
    return () => ({ asked: 'jobs.tick', who: null, input: {} })
  },
}
