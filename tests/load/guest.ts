import type { Reply } from '../../core/contract'
import { instantOf } from '../../core/domain/calendar'
import type { Chance } from '../simulation/chance'
import { type BranchName, deskOf, tableOf } from './dinner'
import { type Network, type Of, Phone } from './phone'
import type { TillQueue } from './till-queue'

export interface Guest {
  openid: string
  branch: BranchName
  number: number
  /** Seconds after the doors were opened. */
  arrives: number
  chance: Chance
}

/** What is at hand in the house. */
export interface Scene {
  network: Network
  tills: Map<BranchName, TillQueue>
  desks: Map<string, Phone>
}

/** A dinner: he scans the table, joins, pays, sees his points come, takes a reward and uses it. */
export async function dine(guest: Guest, scene: Scene): Promise<void> {
  const { openid, branch, chance, arrives } = guest
  const { evening, told } = scene.network
  await evening.after(arrives)
  const phone = new Phone(scene.network, openid, chance)
  const table = tableOf(guest.number)
  await phone.ask('member', 'sit', { branch, table })
  await phone.ask('member', 'home', {})
  await evening.after(5 + chance.below(25))
  const joined = await phone.ask('member', 'join', { key: chance.uuid() })
  if (!joined.ok) return told.contradicts(`${openid} may not join: ${joined.refusal}`)
  told.moves(openid, joined.data.earned)

  await evening.after(60 + chance.below(180))
  const { member } = joined.data
  const before = await phone.ask('points', 'arrivals', { since: 0 })
  const since = before.ok ? before.data.seq : 0
  const paid = chance.happens(0.5)
    ? payAtDesk(guest, scene, phone, { member, table })
    : payAtTill(guest, scene, member)
  const [billed] = await Promise.all([paid, watch(phone, scene, since)])
  if (!billed) return
  await phone.ask('member', 'home', {})
  if (chance.happens(0.5)) await takeReward(guest, scene, phone)
}

/** Between 20 and 500 yuan. */
const amountOf = (chance: Chance) => 2_000 + chance.below(48_000)

async function payAtDesk(
  { openid, branch, chance }: Guest,
  { network: { told }, desks }: Scene,
  phone: Phone,
  { member, table }: { member: string; table: string },
): Promise<boolean> {
  const desk = deskPhone(desks, branch, chance)
  const bill = { amount: amountOf(chance), ...(chance.happens(0.5) ? { billNo: `D-${openid}` } : {}) }
  // A visit that came too late is begun anew.
  for (let tries = 0; tries < 5; tries++) {
    const visit = chance.happens(0.5)
      ? await visitAtTable(desk, table, member)
      : await visitByCode(desk, phone, chance)
    if (visit === null) continue
    const key = chance.uuid()
    const settled = await desk.ask('cashier', 'settleBill', { key, visit, ...bill })
    if (settled.ok) {
      told.bill(`${branch}.${bill.billNo ?? key}`, openid, settled.data.earned)
      return true
    }
    if (settled.refusal !== 'VISIT_EXPIRED') break
  }
  told.contradicts(`${openid} could not pay at the desk`)
  return false
}

async function visitAtTable(desk: Phone, table: string, member: string): Promise<string | null> {
  const found = await desk.ask('cashier', 'guestsAtTable', { table })
  return found.ok ? (found.data.guests.find((guest) => guest.member === member)?.visit ?? null) : null
}

async function visitByCode(desk: Phone, phone: Phone, chance: Chance): Promise<string | null> {
  const shown = await phone.ask('member', 'code', {})
  if (!shown.ok) return null
  const found = await desk.ask('cashier', 'identify', { key: chance.uuid(), code: shown.data.code })
  return found.ok ? found.data.guest.visit : null
}

async function payAtTill({ openid, branch, chance }: Guest, scene: Scene, member: string): Promise<boolean> {
  const { evening, told } = scene.network
  const order = { order_id: `T-${openid}`, amount_fen: amountOf(chance), member }
  const result = await scene.tills.get(branch)?.pay({ ...order, paid_at: instantOf(new Date(evening.now)) })
  if (result?.ok !== true) {
    told.contradicts(`${openid} could not pay at the till: ${JSON.stringify(result)}`)
    return false
  }
  told.bill(`${branch}.${order.order_id}`, openid, result.points)
  return true
}

const POLL_SECONDS = 3
/** The page watches for two minutes. */
const MOST_POLLS = 40

/** The page in front of him asks for what has come since a line, until something has. */
async function watch(phone: Phone, { network: { evening } }: Scene, since: number): Promise<void> {
  for (let polls = 0; polls < MOST_POLLS; polls++) {
    const arrived: Reply<Of<'points', 'arrivals'>> = await phone.ask('points', 'arrivals', { since })
    if (!arrived.ok || arrived.data.lines.length > 0) return
    await evening.after(POLL_SECONDS)
  }
}

/** Half of them want the dessert, of which there are few. */
const WANTED = { dessert: 5, drink: 2, 'side-dish': 2, 'set-for-two': 1 }

async function takeReward(guest: Guest, scene: Scene, phone: Phone): Promise<void> {
  const { openid, branch, chance } = guest
  const { evening, told } = scene.network
  await phone.ask('mall', 'list', {})
  const reward = chance.weigh(WANTED)
  const claimed = await phone.ask('mall', 'claim', { key: chance.uuid(), reward })
  if (!claimed.ok) return
  const { code, qr, points } = claimed.data.redemption
  told.code(code, openid, reward, points)
  if (chance.happens(0.2)) return

  await evening.after(10 + chance.below(60))
  // Now and then a code is shown at two desks at the same moment: it counts at one of them.
  const desks = chance.happens(0.1) ? 2 : 1
  const shown = Array.from({ length: desks }, async () => {
    const key = chance.uuid()
    const used = await deskPhone(scene.desks, branch, chance).ask('cashier', 'redeemCode', { key, code: qr })
    if (used.ok) told.redeemed(code)
    else if (used.refusal !== 'CODE_USED') told.contradicts(`code ${code} is refused: ${used.refusal}`)
  })
  await Promise.all(shown)
}

function deskPhone(desks: Map<string, Phone>, branch: BranchName, chance: Chance): Phone {
  const openid = deskOf(branch, chance.below(100))
  const phone = desks.get(openid)
  if (phone === undefined) throw new Error(`nobody stands at ${openid}`)
  return phone
}
