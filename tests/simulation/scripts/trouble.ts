import { makeMemberCode, makeVisit } from '../../../cloudfunctions/codes'
import type { BranchId } from '../../../core/contract'
import { databaseThrough } from '../database-through'
import { ADMINS, CASHIERS, idOf, MANAGER, MEMBERS, NEW_FIELD, SECRET } from '../house'
import type { Question } from '../question'
import type { Script, Stage } from '../stage'
import { sendOrders } from './behind-the-counter'
import { someAmount, someBill, someVisit } from './counter'
import { someDiner } from './diner'

/** F3: what was asked before is asked once more, as it was, by whoever asked it. */
export const again: Script = async (stage, chance) => {
  const { world } = stage.theatre
  world.count('askedAgain')
  if (stage.http.length > 0 && chance.happens(0.3)) {
    const { branch = '', orders = [] } = chance.pick(stage.http)
    await sendOrders(stage, branch, orders, chance)
    return
  }
  const asked = stage.undecided.length > 0 && chance.happens(0.6) ? stage.undecided : stage.sent
  if (asked.length > 0) await stage.theatre.ask(chance.pick(asked))
}

/** F3: another body under a key that was used before. */
export const otherBody: Script = async (stage, chance) => {
  const keyed = stage.sent.filter(({ input, asked }) => 'key' in input && asked in CHANGES)
  if (keyed.length === 0) return
  const { input, ...question } = chance.pick(keyed)
  stage.theatre.world.count('keyReused')
  const change = CHANGES[question.asked] ?? {}
  await stage.theatre.ask({ ...question, input: { ...input, ...change } })
}

const CHANGES: Partial<Record<Question['asked'], object>> = {
  'member.join': { name: 'another' },
  'member.setProfile': { name: 'another' },
  'mall.claim': { reward: 'tea' },
  'tiers.buy': { tier: 'diamond' },
  'cashier.settleBill': { amount: 777 },
  'cashier.reverseBill': { amount: 7 },
  'cashier.reverseClaim': { reason: '点错了' },
  'manager.inviteStaff': { name: 'another' },
}

/** F3 at a till: an order is sent again with another amount or for another guest. */
export const correction: Script = async (stage, chance) => {
  if (stage.http.length === 0) return
  const { branch = '', orders = [] } = chance.pick(stage.http)
  stage.theatre.world.count('keyReused')
  const changed = orders.map((order) =>
    chance.happens(0.5)
      ? { ...order, member: someDiner(chance) }
      : { ...order, amount_fen: someAmount(chance) as never },
  )
  await sendOrders(stage, branch, changed, chance)
}

/** F12: functions of the next version run beside ours and keep what ours know nothing of. */
export const newerVersion: Script = async (stage, chance) => {
  const { world, books } = stage.theatre
  const db = databaseThrough((action, body) => world.engine.answer(action, body, world.now))
  const _ = db.command
  const member = chance.pick(MEMBERS)
  const { updated } = await db
    .collection('members')
    .where({ _id: _.eq(member) })
    .update({ [NEW_FIELD]: _.set(true) })
  if (updated !== 1) return
  world.count('newerVersion')
  books.renewed.add(member)
}

/** F9: nothing may come of any of these. */
export const hostile: Script = async (stage, chance) => {
  const kind = chance.weigh({
    visit: 3,
    forged: 2,
    stale: 2,
    guess: 2,
    till: 2,
    replay: 2,
    desk: 3,
    limit: 1,
    jobs: 1,
  })
  const question = HOSTILE[kind](stage, chance)
  if (question !== null) await stage.theatre.ask({ ...question, hostile: true })
}

type Hostile = (stage: Stage, chance: Parameters<Script>[1]) => Question | null

const bill = (chance: Parameters<Script>[1]) => ({
  key: chance.uuid(),
  amount: someAmount(chance),
  ...(chance.happens(0.5) ? { billNo: someBill(chance) } : {}),
})

const HOSTILE = {
  /** Another cashier's visit. */
  visit: (stage, chance) => {
    const { staff, visit } = someVisit(stage, chance)
    const other = chance.pick([...CASHIERS, ...MEMBERS].filter((one) => one !== staff))
    return stage.question(other, 'cashier', 'settleBill', { ...bill(chance), visit })
  },
  /** A visit signed with another secret, or long over. */
  forged: (stage, chance) => {
    const staff = chance.pick(CASHIERS)
    const visit = { member: chance.pick(MEMBERS), staff, branch: stage.branchOf(staff) as BranchId }
    const over = chance.happens(0.5)
    const secret = over ? SECRET : 'quite another secret, thirty-two or more'
    const at = new Date(over ? stage.now - 3_600_000 : stage.now)
    return stage.question(staff, 'cashier', 'settleBill', {
      ...bill(chance),
      visit: makeVisit(secret, visit, at),
    })
  },
  /** A member code that has expired. */
  stale: (stage, chance) => {
    const code = makeMemberCode(SECRET, chance.pick(MEMBERS), stage.now - 120_000)
    return stage.question(chance.pick(CASHIERS), 'cashier', 'identify', { key: chance.uuid(), code })
  },
  /** A redemption code nobody was given. */
  guess: (stage, chance) => {
    const code = Array.from({ length: 16 }, () => chance.pick([...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'])).join(
      '',
    )
    return stage.question(chance.pick(CASHIERS), 'cashier', 'redeemCode', { key: chance.uuid(), code })
  },
  /** A till without the key. */
  till: (stage, chance) => {
    const order = {
      order_id: someBill(chance),
      paid_at: '2027-03-05T12:00:00+08:00',
      amount_fen: 100 as never,
    }
    const question = stage.till('jingan', [order], chance)
    return { ...question, http: { ...question.http, body: `${question.http?.body} ` } as never }
  },
  /** A till's own request once more, nonce and all. */
  replay: (stage, chance) => (stage.answeredTills.length === 0 ? null : chance.pick(stage.answeredTills)),
  /** Somebody who is no staff at the desk, a clerk at the manager's, a manager beyond his branch or above himself. */
  desk: (stage, chance) => {
    const pia = { staff: idOf('pia') }
    const invitation = (role: string, branch: string) => ({ key: chance.uuid(), name: 'x', role, branch })
    return chance.pick([
      stage.question(chance.pick(MEMBERS), 'cashier', 'desk', {}),
      stage.question(chance.pick([...MEMBERS, idOf('oto')]), 'manager', 'revokeStaff', pia),
      stage.question(idOf('oto'), 'manager', 'trail', {}),
      stage.question(idOf('oto'), 'manager', 'adjust', {
        key: chance.uuid(),
        member: chance.pick(MEMBERS),
        direction: 'give',
        points: 10,
        reason: 'GIFT',
        note: '送的',
      }),
      stage.question(idOf('oto'), 'manager', 'inviteStaff', invitation('clerk', 'jingan')),
      stage.question(MANAGER, 'manager', 'inviteStaff', invitation('clerk', 'xuhui')),
      stage.question(
        MANAGER,
        'manager',
        'inviteStaff',
        invitation(chance.pick(['manager', 'admin']), 'jingan'),
      ),
      stage.question(MANAGER, 'manager', 'revokeStaff', { staff: chance.pick([...ADMINS, MANAGER]) }),
    ])
  },
  /** A clerk who settles more than he may. */
  limit: (stage, chance) => {
    const visit = { member: chance.pick(MEMBERS), staff: idOf('oto'), branch: 'jingan' as BranchId }
    return stage.question(idOf('oto'), 'cashier', 'settleBill', {
      ...bill(chance),
      amount: 8001 + chance.below(1000),
      visit: makeVisit(SECRET, visit, new Date(stage.now)),
    })
  },
  /** A phone that calls the jobs. */
  jobs: (_stage, chance) => ({ asked: 'jobs.tick', who: chance.pick(MEMBERS), input: {} }),
} satisfies Record<string, Hostile>
