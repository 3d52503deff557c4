import type { Entry } from '../contract'
import { kindOf } from './kind'

test.each([
  ['MemberJoined', 'earn'],
  ['BillSettled', 'earn'],
  ['RewardClaimed', 'burn'],
  ['PointsExpired', 'expire'],
  ['TierChanged', 'tier'],
  ['AccountCorrected', 'correction'],
] as const)('PAGE-03: %s stands under %s', (type, kind) => {
  expect(kindOf({ type } as Entry)).toBe(kind)
})
