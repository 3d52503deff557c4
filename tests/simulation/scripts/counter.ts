import { MEMBER_CODE_MS, makeMemberCode, makeVisit, redemptionQr } from '../../../cloudfunctions/codes'
import type { BranchId, MemberId } from '../../../core/contract'
import type { Chance } from '../chance'
import { CASHIERS, MEMBERS, NEWCOMERS, SECRET, STRANGERS } from '../house'
import type { Script, Stage } from '../stage'
import { claim, showCode, someDiner } from './diner'

/** Bill numbers that a page and a till may both send. */
export const someBill = (chance: Chance): string => `B${chance.below(5)}`

export const someAmount = (chance: Chance): number => 100 * (1 + chance.below(99)) + chance.below(100)

/** Mostly one of the house; now and then somebody who may have been invited, and may have been revoked. */
export const someCashier = (chance: Chance): MemberId =>
  chance.happens(0.85) ? chance.pick(CASHIERS) : chance.pick(NEWCOMERS)

export const desk: Script = async (stage, chance) => {
  await stage.persist(stage.question(someCashier(chance), 'cashier', 'desk', {}), chance)
}

/** What is no code of this house: nothing, half of one, another house's. */
export const someText = (chance: Chance): string => {
  const digits = '0'.repeat(1 + chance.below(20))
  return chance.pick([
    digits,
    '0'.repeat(16),
    `HTM.${digits}`,
    'https://example.com/',
    `HTR.0000.${digits}`,
    `HTM.0000.M0.0.${digits}`,
  ])
}

/** His own, fresh; or one that somebody has seen, one of who has not joined, or no code at all. */
export async function somethingShown(stage: Stage, chance: Chance): Promise<string | null> {
  const shown = chance.weigh({ fresh: 12, seen: 4, stranger: 1, text: 1 })
  if (shown === 'text') return someText(chance)
  if (shown === 'stranger') return makeMemberCode(SECRET, chance.pick(STRANGERS), stage.now + MEMBER_CODE_MS)
  if (shown === 'seen' && stage.shownCodes.length > 0) return chance.pick(stage.shownCodes).code
  return showCode(stage, someDiner(chance), chance)
}

/** The guest shows his code, the cashier scans it. */
export async function identify(
  stage: Stage,
  chance: Chance,
): Promise<{ staff: MemberId; visit: string } | null> {
  const shown = await somethingShown(stage, chance)
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

/** A guest in front of a cashier, found some time ago by either way. */
export function someVisit(
  stage: Stage,
  chance: Chance,
  { agoMs = 0, staff = someCashier(chance), guest = someDiner(chance) } = {},
): { staff: MemberId; visit: string } {
  const visit = { member: guest, staff, branch: stage.branchOf(staff) as BranchId }
  return { staff, visit: makeVisit(SECRET, visit, new Date(stage.now - agoMs)) }
}

export const previewBill: Script = async (stage, chance) => {
  const { staff, visit } = someVisit(stage, chance, { agoMs: chance.happens(0.2) ? 3_600_000 : 0 })
  const input = { visit, amount: someAmount(chance) }
  await stage.persist(stage.question(staff, 'cashier', 'previewBill', input), chance)
}

/** Settle, often with a number that somebody else has as well. */
export const settleBill: Script = async (stage, chance) => {
  const found = chance.happens(0.2) ? await identify(stage, chance) : someVisit(stage, chance)
  if (found === null) return
  await settle(stage, chance, found, maybeNumber(chance))
}

/** Often one that somebody else has as well. */
export const maybeNumber = (chance: Chance): { billNo?: string } =>
  chance.happens(0.5) ? { billNo: someBill(chance) } : {}

/** Whoever found a guest settles a bill of his. */
export async function settle(
  stage: Stage,
  chance: Chance,
  { staff, visit }: { staff: MemberId; visit: string },
  number: { billNo?: string | undefined } = {},
): Promise<void> {
  const input = { key: chance.uuid(), visit, amount: someAmount(chance), ...number }
  await stage.persist(stage.question(staff, 'cashier', 'settleBill', input), chance)
}

/** As a picture or as typed; now and then something else. */
function someCode(stage: Stage, chance: Chance): string {
  if (stage.redemptionCodes.length === 0 || chance.happens(0.05)) return someText(chance)
  const code = chance.pick(stage.redemptionCodes)
  return chance.happens(0.5) ? redemptionQr(SECRET, code) : code
}

export const inspectCode: Script = async (stage, chance) => {
  const input = { code: someCode(stage, chance) }
  await stage.persist(stage.question(someCashier(chance), 'cashier', 'inspectCode', input), chance)
}

export const redeemCode: Script = async (stage, chance) => {
  const input = { key: chance.uuid(), code: someCode(stage, chance) }
  await stage.persist(stage.question(someCashier(chance), 'cashier', 'redeemCode', input), chance)
}

/** Taken back, and now and then redeemed by another colleague at the same moment; somebody has to claim first. */
export const reverseClaim: Script = async (stage, chance) => {
  if (stage.redemptionCodes.length === 0 || chance.happens(0.3)) {
    const who = chance.pick(MEMBERS)
    await stage.persist(stage.question(who, 'member', 'join', { key: chance.uuid() }), chance)
    await claim(stage, chance, who)
  }
  const code = someCode(stage, chance)
  const ask = (procedure: 'reverseClaim' | 'redeemCode') => {
    const reason = procedure === 'reverseClaim' ? { reason: '今天卖完了' } : {}
    const input = { key: chance.uuid(), code, ...reason }
    return stage.persist(stage.question(someCashier(chance), 'cashier', procedure, input), chance)
  }
  const also = chance.weigh({ nobody: 6, redeemCode: 2, reverseClaim: 2 })
  await Promise.all(also === 'nobody' ? [ask('reverseClaim')] : [ask('reverseClaim'), ask(also)])
}
