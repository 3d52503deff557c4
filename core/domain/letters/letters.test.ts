import type { BusinessDay, Campaign, Entry, Program, Reminders, RewardId, Tier } from '../../contract'
import { type Account, openAccount, postAll } from '../account'
import { fen, points } from '../amounts'
import { addDays, addMonths } from '../calendar'
import { join } from '../join'
import { recommended } from '../presets/recommended'
import { changed } from '../tier-changed'
import { emptyInbox, type Inbox, nextReminderOf, type Reader, writeLetters } from './write-letters'

const day = (text: string) => text as BusinessDay
const base = recommended.reminders
if (base === null) throw new Error('the recommended programme reminds')

const programWith = (reminders: Partial<Reminders>): Program => ({
  ...recommended,
  reminders: { ...base, expiryDays: [], statementDay: null, birthdayDays: null, ...reminders },
})
const having = (left: number): Account => ({
  ...openAccount(),
  tier: 'silver',
  lots: left === 0 ? [] : [{ expiresOn: day('2027-12-01'), left: points(left) }],
})
const reader = (program: Program, over: Partial<Reader> = {}): Reader => ({
  account: having(180),
  birthday: null,
  joinedOn: day('2026-01-15'),
  program,
  ...over,
})
const kinds = (inbox: Inbox, who: Reader, today: string, entries: Entry[] = []) =>
  writeLetters(inbox, who, entries, day(today)).news.map(({ kind }) => kind)

test.each([
  ['2026-11-30', []],
  ['2026-12-01', ['statement']],
  ['2026-12-02', ['statement']],
  ['2026-12-03', ['statement']],
  ['2026-12-04', []],
  ['2027-01-01', ['statement']],
])('on %s a statement that nobody wrote yet is written: %j. EXP-11, REM-03', (today, told) => {
  expect(kinds(emptyInbox(), reader(programWith({ statementDay: 1 })), today)).toEqual(told)
})

test('a statement says the month before, the balance, what he can have and what is next. REM-03', () => {
  const { news, inbox } = writeLetters(
    emptyInbox(),
    reader(programWith({ statementDay: 1 })),
    [],
    day('2027-01-01'),
  )
  expect(news).toEqual([
    {
      kind: 'statement',
      month: '2026-12',
      balance: 180,
      affordable: 3,
      best: '今日甜品一份',
      next: { name: '招牌菜一份', missing: 120 },
    },
  ])
  expect(kinds(inbox, reader(programWith({ statementDay: 1 })), '2027-01-02')).toEqual([])
})

test.each([
  ['joined this month', { joinedOn: day('2026-12-01') }],
  ['has no points', { account: having(0) }],
])('who %s gets no statement', (_rule, over) => {
  expect(kinds(emptyInbox(), reader(programWith({ statementDay: 1 }), over), '2026-12-01')).toEqual([])
})

test.each([
  ['03-05', 3, '2027-03-01', []],
  ['03-05', 3, '2027-03-02', ['birthday']],
  ['03-05', 3, '2027-03-05', ['birthday']],
  ['03-05', 3, '2027-03-06', []],
  ['03-05', 0, '2027-03-04', []],
  ['03-05', 0, '2027-03-05', ['birthday']],
  ['01-01', 3, '2026-12-29', ['birthday']],
  ['02-29', 0, '2027-02-28', ['birthday']],
  ['02-29', 0, '2028-02-28', []],
  ['02-29', 0, '2028-02-29', ['birthday']],
])('born on %s, greeted %i days before: on %s %j. BDAY-03, C-52', (birthday, birthdayDays, today, told) => {
  expect(kinds(emptyInbox(), reader(programWith({ birthdayDays }), { birthday }), today)).toEqual(told)
})

test('a birthday is greeted once a year, also by a clock that was set back a day', () => {
  const who = reader(programWith({ birthdayDays: 3 }), { birthday: '03-05' })
  let inbox = emptyInbox()
  const greeted = ['2027-03-02', '2027-03-05', '2027-03-07', '2027-03-05', '2028-03-02'].filter((today) => {
    const written = writeLetters(inbox, who, [], day(today))
    inbox = written.inbox
    return written.news.length > 0
  })
  expect(greeted).toEqual(['2027-03-02', '2028-03-02'])
})

const granted = (earned: number): Entry => ({
  type: 'PointsGranted',
  on: day('2026-11-25'),
  source: 'checkIn',
  about: '签到',
  earned: points(earned),
  repaid: points(0),
  dropped: points(0),
  expiresOn: day('2027-12-01'),
  program: 'x',
})
const afterwards = (left: number, entries: Entry[], over: Partial<Reminders> = {}) =>
  reader(programWith({ arrivals: false, ...over }), { account: postAll(having(left), entries) })

test.each([
  [99, 1, 'drink', 1],
  [98, 1, 'side-dish', 0],
  [48, 1, null, 0],
  [49, 1, 'side-dish', 0],
  [299, 1, 'signature-dish', 3],
])('with %i points, %i more bring within reach: %s, and %i others. RED-14', (had, more, reward, others) => {
  const entries = [granted(more)]
  const { news } = writeLetters(emptyInbox(), afterwards(had, entries), entries, day('2026-11-25'))
  expect(news).toMatchObject(reward === null ? [] : [{ kind: 'affordable', reward, others }])
})

test.each([
  ['once', []],
  ['again', ['affordable']],
])('a reward that had gone out of reach is told %s: %j', (affordable, told) => {
  const over = { affordable: affordable as 'once' }
  const first = writeLetters(
    emptyInbox(),
    afterwards(49, [granted(1)], over),
    [granted(1)],
    day('2026-11-25'),
  )
  expect(first.news).toHaveLength(1)
  const spent = writeLetters(
    first.inbox,
    reader(programWith(over), { account: having(0) }),
    [],
    day('2026-11-26'),
  )
  expect(spent.news).toEqual([])
  expect(kinds(spent.inbox, afterwards(49, [granted(1)], over), '2026-11-27', [granted(1)])).toEqual(told)
})

test.each([
  ['2026-12-18', 'signature-dish', 150],
  ['2026-12-19', 'dessert', 150],
])(
  'RED-14, CAMP-04: on %s what 150 points bring within reach goes by the prices of the day: %s',
  (today, id, price) => {
    const [memberDay] = recommended.earn.campaigns as [Campaign]
    const rewards = ['signature-dish' as RewardId]
    const half: Campaign = { ...memberDay, id: 'half', effect: { kind: 'exchange', bp: 5_000, rewards } }
    const earn = { ...recommended.earn, campaigns: [half] }
    const rewardsLeft = recommended.rewards.filter((one) => one.id === id)
    const program: Program = { ...programWith({ arrivals: false }), earn, rewards: rewardsLeft }
    const entries = [granted(1)]
    const account = postAll(having(149), entries)
    const { news } = writeLetters(emptyInbox(), reader(program, { account }), entries, day(today))
    expect(news).toMatchObject([{ kind: 'affordable', reward: id, points: price }])
  },
)

test('points that leave make nothing affordable', () => {
  expect(kinds(emptyInbox(), afterwards(500, []), '2026-11-25')).toEqual([])
})

test('who joins is told what he has, and what he can have for it, at once. REM-01, RED-14', () => {
  const entry = join(day('2026-11-25'), recommended)
  const account = postAll(openAccount(), [entry])
  const who = reader(recommended, { account, joinedOn: day('2026-11-25') })
  expect(writeLetters(emptyInbox(), who, [entry], day('2026-11-25'))).toMatchObject({
    inbox: { written: 2, read: 0 },
    news: [
      { kind: 'arrived', points: 100, balance: 100, cause: { type: 'joined' } },
      { kind: 'affordable', reward: 'drink', others: 1 },
    ],
  })
})

test('points that pay a debt have arrived all the same, and bring nothing within reach', () => {
  const account = { ...having(0), debt: points(80) }
  const paid = { ...granted(60), repaid: points(60) } as Entry
  const who = reader(programWith({ arrivals: true }), { account: postAll(account, [paid]) })
  expect(kinds(emptyInbox(), who, '2026-11-25', [paid])).toEqual(['arrived'])
})

test.each`
  from         | to           | why          | bought       | told
  ${'silver'}  | ${'gold'}    | ${'reached'} | ${null}      | ${['gold', true]}
  ${'gold'}    | ${'silver'}  | ${'notKept'} | ${null}      | ${['silver', false]}
  ${'silver'}  | ${'gold'}    | ${'bought'}  | ${'gold'}    | ${['gold', true]}
  ${'gold'}    | ${'silver'}  | ${'ended'}   | ${null}      | ${['silver', false]}
  ${'gold'}    | ${'gold'}    | ${'ended'}   | ${null}      | ${null}
  ${'silver'}  | ${'gold'}    | ${'reached'} | ${'diamond'} | ${null}
  ${'gold'}    | ${'silver'}  | ${'notKept'} | ${'diamond'} | ${null}
  ${'silver'}  | ${'diamond'} | ${'reached'} | ${'gold'}    | ${['diamond', true]}
  ${'diamond'} | ${'gold'}    | ${'notKept'} | ${'gold'}    | ${['gold', false]}
`(
  'LVL-13, C-21: $why, from $from to $to, $bought bought: he is told $told',
  ({ from, to, why, bought, told }) => {
    const tier = (id: string) => recommended.tiers.find((one) => one.id === id) as Tier
    const change = changed(why, tier(from), tier(to), day('2026-11-25'), recommended, {})
    const earned = why === 'bought' ? from : to
    const held = bought && { tier: bought, until: day('2026-12-31') }
    const who = reader(programWith({}), { account: { ...having(1), tier: earned, bought: held } })
    const { news } = writeLetters(emptyInbox(), who, [change], day('2026-11-25'))
    const [id, up] = told ?? []
    expect(news).toEqual(told === null ? [] : [{ kind: 'tier', tier: id, tierName: tier(id).name, up }])
  },
)

test('a programme without reminders writes nothing and forgets nothing', () => {
  const program: Program = { ...recommended, reminders: null }
  const inbox = { written: 3, read: 1, told: ['reward.drink'] }
  const who = reader(program, { birthday: '11-25' })
  expect(writeLetters(inbox, who, [granted(500)], day('2026-11-25'))).toEqual({ inbox, news: [] })
})

test.each([
  ['2026-11-25', '2026-12-01'],
  ['2026-12-01', '2027-01-01'],
  ['2026-12-31', '2027-01-01'],
])('everybody is looked at once a month, whatever the programme tells: after %s on %s', (today, next) => {
  for (const program of [programWith({}), { ...recommended, reminders: null }])
    expect(nextReminderOf(emptyInbox(), reader(program), day(today))).toBe(next)
})

test('the index finds a member on every day on which time has something to tell him', () => {
  const start = day('2026-11-20')
  const account = { ...having(0), lots: [{ expiresOn: addMonths(start, 3), left: points(70) }] }
  const who = reader(recommended, { account, birthday: '02-29', joinedOn: start })
  let inbox: Inbox = { ...emptyInbox(), told: ['reward.side-dish'] }
  let due = nextReminderOf(inbox, who, start)
  const told: string[] = []
  for (let today = start; today < day('2027-03-10'); today = addDays(today, 1)) {
    const at = {
      ...who,
      account: { ...account, lots: account.lots.filter(({ expiresOn }) => expiresOn >= today) },
    }
    const written = writeLetters(inbox, at, [], today)
    if (today < due) expect(written.news).toEqual([])
    else {
      inbox = written.inbox
      due = nextReminderOf(inbox, at, today)
      told.push(...written.news.map(({ kind }) => `${today} ${kind}`))
    }
  }
  expect(told).toEqual([
    '2026-12-01 statement',
    '2027-01-01 statement',
    '2027-01-21 expiring',
    '2027-02-01 statement',
    '2027-02-05 expiring',
    '2027-02-13 expiring',
    '2027-02-25 birthday',
  ])
})

const keeper = (spend: number, over: Partial<Account> = {}): Account => ({
  ...having(10),
  tier: 'gold',
  keep: { from: day('2026-10-01'), until: day('2026-12-31'), spend, warned: false },
  ...over,
})
const keep = {
  period: { kind: 'quarter' as const },
  minSpend: fen(20_000),
  tooLittle: 'lose' as const,
  pauses: false,
}

test.each([
  ['2026-12-16', 0, []],
  ['2026-12-17', 0, ['keeping']],
  ['2026-12-31', 19_999, ['keeping']],
  ['2026-12-31', 20_000, []],
])('on %s with %i fen spent since the quarter began: %j. DOWN-02', (today, spend, told) => {
  const program = { ...programWith({}), keep }
  expect(kinds(emptyInbox(), reader(program, { account: keeper(spend) }), today)).toEqual(told)
})

test('who is about to lose his tier is told what he lacks, once, and on its first day by the index', () => {
  const who = reader({ ...programWith({}), keep }, { account: keeper(5_000) })
  expect(nextReminderOf(emptyInbox(), who, day('2026-12-10'))).toBe('2026-12-17')
  const { news, inbox } = writeLetters(emptyInbox(), who, [], day('2026-12-17'))
  const told = {
    kind: 'keeping',
    tierName: '金卡会员',
    below: '银卡会员',
    missing: 15_000,
    until: '2026-12-31',
  }
  expect(news).toEqual([told])
  expect(kinds(inbox, who, '2026-12-20')).toEqual([])
})
