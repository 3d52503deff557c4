import { Entry } from '../contract/entry'
import { openAccount } from './account'
import { points } from './amounts'
import { deltaOf } from './delta-of'

const credit = { earned: 100, repaid: 30 }
const drawn = { drawn: [{ points: 40 }, { points: 2 }] }
const returned = { returned: [{ points: 40 }, { points: 2 }] }
const corrected = {
  running: 70,
  account: { ...openAccount(), lots: [{ left: points(50) }, { left: points(5) }] },
}

/** Whatever is not named here moves nothing. */
const MOVING: [type: string, entry: object, delta: number][] = [
  ['MemberJoined', credit, 70],
  ['BillSettled', credit, 70],
  ['PointsGranted', credit, 70],
  ['PendingReleased', credit, 70],
  ['ClaimReversed', returned, 42],
  ['RewardClaimed', drawn, -42],
  ['BillReversed', drawn, -42],
  ['PointsTaken', drawn, -42],
  ['PointsExpired', drawn, -42],
  ['TierBought', drawn, -42],
  ['AccountCorrected', corrected, -15],
]

test.each(MOVING)('I1: %s with %j moves the balance by %i', (type, entry, delta) => {
  expect(deltaOf({ type, ...entry } as Entry)).toBe(delta)
})

const types = Entry.options.map(({ shape }) => shape.type.value)
test.each(types.filter((type) => MOVING.every(([moving]) => moving !== type)))(
  'I1: %s moves nothing',
  (type) => {
    expect(deltaOf({ type, ...credit, ...drawn, ...returned, points: 9 } as unknown as Entry)).toBe(0)
  },
)
