import type { HttpReply } from '../../../cloudfunctions/pos/http'
import type { MemberId, TillOrder, TillRefund } from '../../../core/contract'
import { instantOf } from '../../../core/domain/calendar'
import type { Chance } from '../chance'
import { ADMINS, BRANCHES, CASHIERS, DAY_MS, idOf, MANAGER, MEMBERS, NEWCOMERS } from '../house'
import { plainDay } from '../plain-lots'
import type { Script, Stage } from '../stage'
import { someAmount, someBill, somethingShown } from './counter'
import { someDiner } from './diner'

/** Mostly the manager of one branch; otherwise one who may do more. */
export const someManager = (chance: Chance): MemberId => (chance.happens(0.5) ? MANAGER : chance.pick(ADMINS))

export const team: Script = async (stage, chance) => {
  await stage.persist(stage.question(someManager(chance), 'manager', 'team', {}), chance)
}

export const inviteStaff: Script = async (stage, chance) => {
  const role = chance.pick(['clerk', 'clerk', 'clerk', 'manager', 'admin'])
  const input = {
    key: chance.uuid(),
    name: '小王',
    role,
    branch: chance.pick(['jingan', 'xuhui', 'nowhere']),
  }
  const answer = await stage.persist(
    stage.question(someManager(chance), 'manager', 'inviteStaff', input),
    chance,
  )
  const invited = answer?.data?.invitation as { code: string } | undefined
  if (invited !== undefined) stage.invitations.push(invited.code)
}

/** By a newcomer, by one who was staff before, or by two at once. */
export const acceptInvitation: Script = async (stage, chance) => {
  if (stage.invitations.length === 0) await inviteStaff(stage, chance)
  const invitation = stage.invitations.length === 0 ? '0'.repeat(16) : chance.pick(stage.invitations)
  const who = chance.happens(0.8) ? chance.pick(NEWCOMERS) : idOf('pia')
  const question = stage.question(who, 'cashier', 'acceptInvitation', { code: invitation })
  const twice = chance.happens(0.3) ? [stage.persist(question, chance)] : []
  await Promise.all([stage.persist(question, chance), ...twice])
}

/** Somebody who came, one of the house, or one admin another: these two perhaps each other. */
export const revokeStaff: Script = async (stage, chance) => {
  const revoke = (who: MemberId, staff: MemberId) =>
    stage.persist(stage.question(who, 'manager', 'revokeStaff', { staff }), chance)
  const [ada, bob] = ADMINS as [MemberId, MemberId]
  if (chance.happens(0.15)) {
    await Promise.all([revoke(ada, bob), ...(chance.happens(0.7) ? [revoke(bob, ada)] : [])])
    return
  }
  await revoke(someManager(chance), chance.pick([...NEWCOMERS, ...NEWCOMERS, ...CASHIERS]))
}

/** Whoever manages looks for what somebody did. */
export const trail: Script = async (stage, chance) => {
  const search = chance.pick([
    {},
    { staff: chance.pick(CASHIERS) },
    { procedure: 'cashier.settleBill' },
    { member: chance.pick(MEMBERS) },
    { day: plainDay(stage.now) },
  ])
  await stage.persist(stage.question(someManager(chance), 'manager', 'trail', search), chance)
}

async function someOrder(stage: Stage, chance: Chance, taken: Set<string>): Promise<TillOrder | null> {
  const order_id = someBill(chance)
  if (taken.has(order_id)) return null
  taken.add(order_id)
  const late = chance.weigh({ now: 6, hours: 2, days: 2, never: 0.3 })
  const ago = { now: 0, hours: 5 * 3_600_000, days: 3 * DAY_MS, never: 9 * DAY_MS }[late]
  const how = chance.weigh({ number: 6, code: 2, nobody: 1 })
  const shown = how === 'code' ? await somethingShown(stage, chance) : null
  return {
    order_id,
    paid_at: instantOf(new Date(stage.now - ago)),
    amount_fen: (chance.happens(0.1) ? 0 : someAmount(chance)) as TillOrder['amount_fen'],
    ...(how === 'number' ? { member: someDiner(chance) } : shown === null ? {} : { member: shown }),
  }
}

/** A till sends what was paid, one order or several, some of them known already with another body. */
export const orders: Script = async (stage, chance) => {
  const taken = new Set<string>()
  const batch: TillOrder[] = []
  for (let n = chance.weigh({ one: 3, three: 1 }) === 'one' ? 1 : 3; n > 0; n--) {
    const order = await someOrder(stage, chance, taken)
    if (order !== null) batch.push(order)
  }
  const branch = chance.pick(BRANCHES)._id
  for (;;) {
    const answer = await sendOrders(stage, branch, batch, chance)
    if (answer || !chance.happens(0.6)) return
  }
}

export const sendOrders = (stage: Stage, branch: string, batch: TillOrder[], chance: Chance) =>
  sendTill(stage, branch, batch, [], chance)

/** True when everything was decided. A till signs anew what it sends again. */
export async function sendTill(
  stage: Stage,
  branch: string,
  batch: TillOrder[],
  refunds: TillRefund[],
  chance: Chance,
) {
  const question = stage.till(branch, batch, chance, refunds)
  stage.http.push(question)
  const answer = await stage.theatre.ask(question)
  if (typeof answer === 'symbol') return false
  const { statusCode, body } = answer as HttpReply
  if (statusCode === 200) stage.answeredTills.push(question)
  return !/"(BUSY|INTERNAL)"/.test(body)
}

/** The timer; now and then two at once. F7. */
export const tick: Script = async (stage, chance) => {
  const question = { asked: 'jobs.tick' as const, who: null, input: {} }
  const doubled = chance.happens(0.2)
  if (doubled) stage.theatre.world.count('timerDoubled')
  await Promise.all([question, ...(doubled ? [question] : [])].map((one) => stage.theatre.ask(one)))
}
