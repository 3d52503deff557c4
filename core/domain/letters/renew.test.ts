import type { BusinessDay, News, Program, RewardId } from '../../contract'
import { type Account, openAccount } from '../account'
import { fen, points } from '../amounts'
import { addDays } from '../calendar'
import { recommended } from '../presets/recommended'
import { renew } from './renew'

const day = (text: string) => text as BusinessDay
const TODAY = day('2026-12-20')
const NOW = new Date('2026-12-20T12:00:00+08:00')
const program: Program = {
  ...recommended,
  keep: { period: { kind: 'quarter' }, minSpend: fen(20_000), tooLittle: 'lose', pauses: false },
}
const account: Account = {
  ...openAccount(),
  tier: 'gold',
  lots: [{ expiresOn: day('2027-12-01'), left: points(60) }],
  keep: { from: day('2026-10-01'), until: day('2026-12-31'), spend: 5_000, warned: false },
}
const now = (news: News, over: Partial<Account> = {}, rules = program, age = 0) =>
  renew(
    { no: 1, at: NOW.getTime(), on: addDays(TODAY, -age), news },
    { account: { ...account, ...over }, birthday: null, joinedOn: day('2026-01-01'), program: rules },
    TODAY,
    NOW,
  )

const returned: News = {
  ...{ kind: 'returned', rewardName: '饮品', points: points(100), repaid: points(0) },
  ...{ balance: points(100), reason: '售罄' },
}
const anniversary: News = { kind: 'anniversary', years: 3, points: points(50), balance: points(999) }
const statement: News = {
  ...{ kind: 'statement', month: '2026-11', balance: points(999), affordable: 1, best: '小菜', next: null },
}
const barred: News = { kind: 'barred', until: null, reason: '虚假消费' }
const barLifted: News = { kind: 'barLifted' }
const keeping: News = {
  ...{ kind: 'keeping', tierName: '金卡会员', below: '银卡会员' },
  ...{ missing: fen(20_000), until: day('2026-12-31') },
}
const isBarred = { barred: { since: TODAY, until: null, reason: '虚假消费' } }

test.each<[string, News, Partial<Account>, News | null]>([
  ['a code that is void', returned, {}, returned],
  ['an anniversary, with the balance of now', anniversary, {}, { ...anniversary, balance: points(60) }],
  ['a statement, with the balance of now', statement, {}, { ...statement, balance: points(60) }],
  ['being barred', barred, isBarred, barred],
  ['having been barred, who is free again', barred, {}, null],
  ['being free again', barLifted, {}, barLifted],
  ['having been free, who is barred anew', barLifted, isBarred, null],
  ['a tier to keep, with what is missing now', keeping, {}, { ...keeping, missing: fen(15_000) }],
  ['a tier that is kept by now', keeping, { keep: { ...account.keep, spend: 20_000 } as never }, null],
])('C-12, DOWN-02, RISK-04: a message of %s', (_what, news, over, told) => {
  expect(now(news, over)).toEqual(told)
})

test('a restaurant that reminds of nothing any more reminds of no tier to keep', () => {
  expect(now(keeping, {}, { ...program, reminders: null })).toBeNull()
})

test.each([
  ['2026-12-19', false],
  ['2026-12-20', true],
  ['2026-12-21', true],
])('BDAY-03: a greeting for a birthday on %s is sent on the 20th: %s', (on, is) => {
  const news: News = { kind: 'birthday', on: day(on), gift: null }
  expect(now(news)).toEqual(is ? news : null)
})

test.each([
  ['side-dish', 50],
  ['drink', null],
  ['gone', null],
])('RED-14: with 60 points that %s is within reach is told at the price of now: %s', (reward, price) => {
  const news: News = {
    ...{ kind: 'affordable', reward: reward as RewardId, rewardName: '', picture: '' },
    ...{ points: points(1), others: 0 },
  }
  expect(now(news)).toEqual(price === null ? null : { ...news, points: price })
})

test.each([
  [2, true],
  [3, false],
])('C-12: a letter of %i days ago is told by message: %s', (age, is) => {
  expect(now(returned, {}, program, age)).toEqual(is ? returned : null)
})
