import { memberIdOf } from '../../cloudfunctions/codes'
import { ORDERS_PATH } from '../../cloudfunctions/pos/check-signature'
import type { LedgerLine } from '../../core/contract'
import { instantOf } from '../../core/domain/calendar'
import { billId } from '../../core/store/bill-claim'
import type { Member } from '../../core/store/member'
import type { Redemption } from '../../core/store/redemption'
import { auditMember } from '../../local/replay/audit-member'
import { runAbreast } from '../../local/replay/run-abreast'
import { sendOrders, type Till } from '../../local/restaurant/till'
import { deskOf, furnitureOfDinner } from '../load/dinner'
import { linesByMember } from '../load/lines-by-member'
import { type House, openHouseProcess } from '../load/open-house-process'
import { readAll } from '../load/read-all'
import { Chance } from '../simulation/chance'
import { type Asker, askerOf } from './asker'
import { type Contender, MEMBERS, MOST_ABREAST, type Outcome, STOCK } from './contest'

const HOT = 'dessert'
const BRANCH = 'jingan'

/** The product on the local cloud, in processes of its own, asked over HTTP as phones and tills ask it. */
export async function openProductContender(): Promise<Contender> {
  const furniture = furnitureOfDinner()
  const rewards = furniture.program.rewards.map((one) => (one.id === HOT ? { ...one, stock: STOCK } : one))
  const house = await openHouseProcess({
    furniture: { ...furniture, program: { ...furniture.program, rewards } },
    autoTimers: false,
    functionConcurrency: MOST_ABREAST,
  })
  const asker = askerOf(house.url)
  await warmUp(asker)
  const visits = await admit(asker)
  const till = house.tills.get(BRANCH)
  if (till === undefined) throw new Error('the house has no till')
  const chance = new Chance(1)
  const memberOf = (n: number) => memberIdOf(house.secret, guest(n))
  return {
    name: 'Huitouke',
    works: {
      'earn at the desk': (n) =>
        asker.ask(deskOf(BRANCH, 0), 'cashier', 'settleBill', {
          key: chance.uuid(),
          visit: visits[n % MEMBERS],
          amount: 10_000,
        }),
      'earn at the till': (n) => order(till, `A-${n}`, memberOf(n)),
      'every order twice': (n) => order(till, `B-${n >> 1}`, memberOf(n >> 1)),
      'hot item': (n) => asker.ask(guest(n), 'mall', 'claim', { key: chance.uuid(), reward: HOT }),
    },
    anomalies: async () => {
      await sweep(asker)
      return anomaliesOf(house)
    },
    close: async () => {
      asker.close()
      await house.close()
    },
  }
}

const guest = (n: number) => `guest-${n % MEMBERS}`

/** As many processes of a function as will be asked at once are there before anything is measured, as the peers' threads are. */
async function warmUp({ ask, wire }: Asker): Promise<void> {
  const knocks = [
    (n: number) => ask(guest(n), 'mall', 'list', {}),
    () => ask(deskOf(BRANCH, 0), 'cashier', 'desk', {}),
    () => wire.send('POST', `/http${ORDERS_PATH}`, {}),
  ]
  for (const knock of knocks) await Promise.all(Array.from({ length: MOST_ABREAST }, (_, n) => knock(n)))
}

/** Everybody joins and is known at the desk, before anything is measured. */
async function admit(asker: Asker): Promise<string[]> {
  const chance = new Chance(2)
  const visits: string[] = []
  const numbers = Array.from({ length: MEMBERS }, (_, n) => n)
  await runAbreast(numbers, 8, async (n) => {
    await asker.told(guest(n), 'member', 'join', { key: chance.uuid() })
    const { code } = await asker.told<{ code: string }>(guest(n), 'member', 'code', {})
    const found = await asker.told<{ guest: { visit: string } }>(deskOf(BRANCH, 0), 'cashier', 'identify', {
      key: chance.uuid(),
      code,
    })
    visits[n] = found.guest.visit
  })
  return visits
}

/** The till is answered order by order; what it must send again has failed. */
async function order(till: Till, order_id: string, member: string): Promise<Outcome> {
  const one = { order_id, member, paid_at: PAID_AT, amount_fen: 10_000 }
  const [outcome] = await Promise.allSettled([sendOrders(till, [one])])
  if (outcome.status === 'rejected') return 'failed'
  return outcome.value[0]?.ok === true ? 'done' : 'failed'
}

/** The same order says the same, however often it is sent. */
const PAID_AT = instantOf(new Date())

const HOUR_MS = 3_600_000

/** What a function that ran out of its time left half done is finished by the timer before the books are read. */
async function sweep({ wire }: Asker): Promise<void> {
  for (let hour = 1, idle = false; !idle; hour++) {
    await wire.must('PUT', '/local/clock', { now: new Date(Date.now() + hour * HOUR_MS).toISOString() })
    const tick = (await wire.must('POST', '/local/timers/jobs', { audit: 'later' })) as { result: Swept }
    idle = tick.result.swept === 0 && tick.result.stock === 0
  }
  await wire.must('PUT', '/local/clock', { now: null })
}

interface Swept {
  swept: number
  stock: number
}

async function anomaliesOf({ db }: House) {
  const lines = await readAll<LedgerLine>(db, 'entries')
  const codes = await readAll<Redemption>(db, 'redemptions')
  const members = await readAll<Member>(db, 'members')
  const bills = lines.flatMap(({ entry }) =>
    entry.type === 'BillSettled' ? [billId(entry.branch, entry.bill)] : [],
  )
  const ledgers = linesByMember(lines)
  const off = members.filter((member) => auditMember(member, ledgers.get(member._id) ?? []).length > 0)
  const hot = codes.filter(({ reward }) => reward === HOT).length
  return {
    creditsBeyondOne: bills.length - new Set(bills).size,
    codesBeyondStock: Math.max(0, hot - STOCK),
    balancesOff: off.length,
  }
}
