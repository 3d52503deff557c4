import { makeVisit } from '../../../cloudfunctions/codes'
import type { BranchId, MemberId } from '../../../core/contract'
import type { Chance } from '../chance'
import { CASHIERS, NEWCOMERS, SECRET } from '../house'
import type { Script, Stage } from '../stage'
import { showCode, someDiner } from './diner'

/** Bill numbers that a page and a till may both send. */
export const someBill = (chance: Chance): string => `B${chance.below(5)}`

export const someAmount = (chance: Chance): number => 100 * (1 + chance.below(99)) + chance.below(100)

/** Mostly one of the house; now and then somebody who may have been invited, and may have been revoked. */
export const someCashier = (chance: Chance): MemberId =>
  chance.happens(0.85) ? chance.pick(CASHIERS) : chance.pick(NEWCOMERS)

export const desk: Script = async (stage, chance) => {
  await stage.persist(stage.question(someCashier(chance), 'cashier', 'desk', {}), chance)
}

/** The guest shows his code, the cashier scans it. */
export async function identify(
  stage: Stage,
  chance: Chance,
): Promise<{ staff: MemberId; visit: string } | null> {
  const shown = await showCode(stage, someDiner(chance), chance)
  const staff = someCashier(chance)
  if (shown === null) return null
  const question = stage.question(staff, 'cashier', 'identify', { key: chance.uuid(), code: shown })
  const answer = await stage.persist(question, chance)
  const guest = answer?.data?.guest as { visit: string } | undefined
  return guest === undefined ? null : { staff, visit: guest.visit }
}

export const guestsAtTable: Script = async (stage, chance) => {
  const input = { table: chance.pick(['1', '2', '9']) }
  await stage.persist(stage.question(someCashier(chance), 'cashier', 'guestsAtTable', input), chance)
}

/** A guest in front of a cashier, found a moment ago by either way. */
export function someVisit(stage: Stage, chance: Chance): { staff: MemberId; visit: string } {
  const staff = someCashier(chance)
  const visit = { member: someDiner(chance), staff, branch: stage.branchOf(staff) as BranchId }
  return { staff, visit: makeVisit(SECRET, visit, new Date(stage.now)) }
}

export const previewBill: Script = async (stage, chance) => {
  const { staff, visit } = someVisit(stage, chance)
  const input = { visit, amount: someAmount(chance) }
  await stage.persist(stage.question(staff, 'cashier', 'previewBill', input), chance)
}

/** Settle, often with a number that somebody else has as well. */
export const settleBill: Script = async (stage, chance) => {
  const found = chance.happens(0.2) ? await identify(stage, chance) : someVisit(stage, chance)
  if (found === null) return
  const number = chance.happens(0.5) ? { billNo: someBill(chance) } : {}
  const input = { key: chance.uuid(), visit: found.visit, amount: someAmount(chance), ...number }
  await stage.persist(stage.question(found.staff, 'cashier', 'settleBill', input), chance)
}

const someCode = (stage: Stage, chance: Chance): string =>
  stage.redemptionCodes.length > 0 ? chance.pick(stage.redemptionCodes) : '0'.repeat(16)

export const inspectCode: Script = async (stage, chance) => {
  const input = { code: someCode(stage, chance) }
  await stage.persist(stage.question(someCashier(chance), 'cashier', 'inspectCode', input), chance)
}

export const redeemCode: Script = async (stage, chance) => {
  const input = { key: chance.uuid(), code: someCode(stage, chance) }
  await stage.persist(stage.question(someCashier(chance), 'cashier', 'redeemCode', input), chance)
}
