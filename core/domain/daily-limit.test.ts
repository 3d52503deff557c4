import type { BusinessDay, Entry, Program, Reward } from '../contract'
import { type Account, openAccount, post, postAll } from './account'
import { points } from './amounts'
import { claimReward } from './claim-reward'
import { leftOn } from './daily-limit'
import { recommended } from './presets/recommended'
import { reverseClaim } from './reverse/reverse-claim'

const day = (text: string) => text as BusinessDay
const TODAY = day('2026-11-18')
const TOMORROW = day('2026-11-19')
const [first] = recommended.rewards as [Reward]
const dish = (perDay: number | null): Reward => ({ ...first, perDay })
const program: Program = recommended
const rich: Account = {
  ...openAccount(),
  tier: 'silver',
  lots: [{ expiresOn: day('2027-05-01'), left: points(1000) }],
}
type Claimed = Extract<Entry, { type: 'RewardClaimed' }>

/** Claims it as often as it is asked, and says how often he may. */
function claim(account: Account, reward: Reward, on: BusinessDay, times: number) {
  const entries: Claimed[] = []
  let after = account
  for (let time = 1; time <= times; time++) {
    const wanted = { reward, redemption: `R${time}`, token: null, left: null }
    const claimed = claimReward(after, wanted, on, program)
    if (!claimed.ok) return { account: after, entries, refusal: claimed.refusal }
    after = postAll(after, claimed.value)
    entries.push(...claimed.value)
  }
  return { account: after, entries, refusal: null }
}

const back = (account: Account, { reward, rewardName, drawn, ofDay }: Claimed, on: BusinessDay): Account =>
  post(
    account,
    reverseClaim(
      account,
      { reward, rewardName, redemption: 'R', drawn, ofDay, reason: '沽清', by: '小李' },
      on,
      program,
    ),
  )

test.each([
  [1, 1, null],
  [1, 2, 'DAILY_LIMIT_REACHED'],
  [2, 2, null],
  [2, 3, 'DAILY_LIMIT_REACHED'],
  [0, 1, 'DAILY_LIMIT_REACHED'],
  [null, 9, null],
])('RISK-10, COST-08: what one may claim %p a day is claimed %i times: %p', (perDay, times, refusal) => {
  expect(claim(rich, dish(perDay), TODAY, times).refusal).toBe(refusal)
})

test.each([
  [3, 0, 3],
  [3, 1, 2],
  [3, 2, 1],
  [3, 3, 0],
  [2, 3, 0],
])(
  'RISK-10: of %i a day, %i claimed, %i are left, and none where the limit was lowered',
  (perDay, times, left) => {
    expect(leftOn(claim(rich, dish(3), TODAY, times).account, dish(perDay), TODAY)).toBe(left)
  },
)

test('RISK-10: the next business day he may again, and nothing is remembered of the day before', () => {
  const { account } = claim(rich, dish(1), TODAY, 1)
  expect(leftOn(account, dish(1), TODAY)).toBe(0)
  expect(leftOn(account, dish(1), TOMORROW)).toBe(1)
  const next = claim(account, dish(1), TOMORROW, 1).account
  expect(next.claimed).toEqual({ day: TOMORROW, rewards: [{ reward: first.id, times: 1 }] })
})

test('RISK-10: each reward has its own limit, and one without any is not counted at all', () => {
  const other = { ...dish(1), id: 'other' as Reward['id'] }
  const { account } = claim(claim(rich, dish(1), TODAY, 1).account, other, TODAY, 1)
  expect(account.claimed?.rewards).toHaveLength(2)
  const free = claim(rich, dish(null), TODAY, 3)
  expect(free.account.claimed).toBeUndefined()
  expect(free.entries[0]).not.toHaveProperty('ofDay')
})

test('RISK-10: a clock that is moved back gives nothing twice', () => {
  const { account } = claim(rich, dish(1), TOMORROW, 1)
  expect(claim(account, dish(1), TODAY, 1).refusal).toBe('DAILY_LIMIT_REACHED')
})

test('RISK-10, C-50: a void claim of today leaves its place, one of yesterday none of today', () => {
  const { account, entries } = claim(rich, dish(1), TODAY, 1)
  const [mine] = entries as [Claimed]
  expect(leftOn(back(account, mine, TODAY), dish(1), TODAY)).toBe(1)
  const next = claim(account, dish(1), TOMORROW, 1).account
  expect(leftOn(back(next, mine, TOMORROW), dish(1), TOMORROW)).toBe(0)
})

test('RISK-10, C-50: a void claim leaves one place, of its own reward; where none is remembered nothing is', () => {
  const other = { ...dish(1), id: 'other' as Reward['id'] }
  const both = claim(claim(rich, other, TODAY, 1).account, dish(2), TODAY, 2)
  const [mine] = both.entries as [Claimed]
  const once = back(both.account, mine, TODAY)
  const others = { reward: 'other', times: 1 }
  expect(once.claimed).toEqual({ day: TODAY, rewards: [others, { reward: first.id, times: 1 }] })
  expect(back(once, mine, TODAY).claimed).toEqual({ day: TODAY, rewards: [others] })
  expect(back(rich, mine, TODAY)).not.toHaveProperty('claimed')
})

test('RISK-10, RED-15: the limit is said after a dearer price and before too few points', () => {
  const { account } = claim(
    { ...rich, lots: [{ expiresOn: day('2027-05-01'), left: points(50) }] },
    dish(1),
    TODAY,
    1,
  )
  const wanted = { reward: dish(1), redemption: 'R', token: null, left: 0 }
  expect(claimReward(account, wanted, TODAY, program)).toMatchObject({ refusal: 'DAILY_LIMIT_REACHED' })
  expect(claimReward(account, { ...wanted, told: points(1) }, TODAY, program)).toMatchObject({
    refusal: 'PRICE_ROSE',
  })
})
