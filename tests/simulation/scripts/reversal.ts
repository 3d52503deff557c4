import type { TillRefund } from '../../../core/contract'
import type { Chance } from '../chance'
import { BRANCHES, MANAGER, MEMBERS } from '../house'
import type { Script, Stage } from '../stage'
import { sendTill } from './behind-the-counter'
import { someBill, someCashier, someVisit } from './counter'

interface Wanted {
  bill: string
  amount: number
}

/** A bill of somebody, and a part of it, or all, or now and then more than there is. */
function somePart(stage: Stage, chance: Chance): Wanted {
  const bills = stage.known(MEMBERS).flatMap(({ plain }) => [...plain.settled])
  if (bills.length === 0 || chance.happens(0.05)) return { bill: chance.uuid(), amount: 100 }
  const [bill, { fen, fenBack }] = chance.pick(bills)
  const left = Math.max(fen - fenBack, 1)
  const how = chance.weigh({ part: 5, rest: 3, whole: 1, more: 1 })
  const amount = { part: 1 + chance.below(left), rest: left, whole: Math.max(fen, 1), more: left + 1 }[how]
  return { bill, amount }
}

/** Mostly who may: a clerk takes back small bills only. */
const someReverser = (chance: Chance) => (chance.happens(0.5) ? MANAGER : someCashier(chance))

export const findBills: Script = async (stage, chance) => {
  const how = chance.weigh({ number: 1, guest: 1, desk: 1 })
  const { staff, visit } = someVisit(stage, chance)
  const input = how === 'number' ? { billNo: someBill(chance) } : how === 'guest' ? { visit } : {}
  await stage.persist(stage.question(staff, 'cashier', 'findBills', input), chance)
}

export const previewReversal: Script = async (stage, chance) => {
  const question = stage.question(someReverser(chance), 'cashier', 'previewReversal', {
    ...somePart(stage, chance),
  })
  await stage.persist(question, chance)
}

/** Now and then two of one bill at once: together no more than it carries. I8. */
export const reverseBill: Script = async (stage, chance) => {
  const part = somePart(stage, chance)
  const ask = () => {
    const input = { key: chance.uuid(), ...part, reason: '菜品退换' }
    return stage.persist(stage.question(someReverser(chance), 'cashier', 'reverseBill', input), chance)
  }
  await Promise.all(chance.happens(0.3) ? [ask(), ask()] : [ask()])
}

/** A till pays back; it numbers its refunds as it likes, and sends one again with another amount now and then. */
export const refunds: Script = async (stage, chance) => {
  const refund = (): TillRefund =>
    ({
      refund_id: `R${chance.below(12)}`,
      order_id: someBill(chance),
      amount_fen: 1 + chance.below(4_000),
    }) as TillRefund
  const [first, second] = [refund(), refund()]
  const batch = first.refund_id === second.refund_id || chance.happens(0.5) ? [first] : [first, second]
  const branch = chance.pick(BRANCHES)._id
  for (;;) {
    if ((await sendTill(stage, branch, [], batch, chance)) || !chance.happens(0.6)) return
  }
}
