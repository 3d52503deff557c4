import type { AccountState, BusinessDay, Draw, Points } from '../contract'
import { points } from './amounts'
import { assert } from './result'

/** Open lots (批次), soonest to expire first. Points that expire on one day are one lot. */
type Lots = AccountState['lots']

/** Points that come are a lot, or join the one of their day. */
export function addToLots(lots: Lots, expiresOn: BusinessDay, added: Points): Lots {
  if (added === 0) return [...lots]
  const same = lots.find((lot) => lot.expiresOn === expiresOn)
  const others = lots.filter((lot) => lot !== same)
  return [...others, { expiresOn, left: points((same?.left ?? 0) + added) }].sort((a, b) =>
    a.expiresOn < b.expiresOn ? -1 : 1,
  )
}

/** Points that go are in their lot; an empty one is none. */
export function drawFromLots(lots: Lots, taken: Draw): Lots {
  const lot = lots.find(({ expiresOn }) => expiresOn === taken.lot)
  assert(lot !== undefined, `no open lot ${taken.lot}`)
  assert(lot.left >= taken.points, `lot ${taken.lot} holds ${lot.left}, asked for ${taken.points}`)
  const left = points(lot.left - taken.points)
  return left === 0
    ? lots.filter((other) => other !== lot)
    : lots.map((other) => (other === lot ? { ...lot, left } : other))
}

/** None of them expires before `through` is over. C-14. */
export const pushLots = (lots: Lots, through: BusinessDay): Lots =>
  lots.reduce<Lots>(
    (pushed, { expiresOn, left }) => addToLots(pushed, expiresOn < through ? through : expiresOn, left),
    [],
  )
