import { ALARM_TITLES } from '../../../core/domain/messages/alarm-titles'
import { type Alarm, alarmWords } from './say-alarm'
import { type Correction, sayAudit, viewAlarms, viewProposal } from './view-alarms'

const alarm = (more: Partial<Alarm> = {}): Alarm => ({
  id: 'ACCOUNT_DIFFERS.M1',
  kind: 'ACCOUNT_DIFFERS',
  severity: 'urgent',
  status: 'open',
  member: 'M8F2K93QATVWX0123',
  subject: null,
  expected: 100,
  found: 1_100,
  firstSeen: '2026-11-22T04:01:00+08:00',
  lastSeen: '2026-11-23T04:01:00+08:00',
  times: 1,
  acknowledgedBy: null,
  ...more,
})
const viewed = (more: Partial<Alarm>) => viewAlarms([alarm(more)]).open[0]

test('an alarm says what, about whom, since when and how often', () => {
  expect(viewed({ times: 2 })).toEqual({
    id: 'ACCOUNT_DIFFERS.M1',
    title: '余额和明细对不上',
    tag: '尽快处理',
    tone: 'bad',
    what: '按明细应有 100 积分，账户里是 1,100',
    where: '会员 …0123',
    since: '11月22日 04:01 起 · 2 次',
    seenBy: '',
  })
  expect(viewed({})?.since).toBe('11月22日 04:01 起')
  expect(viewed({ member: null })?.where).toBe('')
})

test.each(Object.keys(alarmWords) as Alarm['kind'][])('%s is told in plain words', (kind) => {
  const { title, what } = viewed({ kind, subject: '双人套餐' }) ?? { title: '', what: '' }
  expect(title).toMatch(/^[\u4e00-\u9fff]{4,}$/)
  expect(what).not.toMatch(/undefined|null|NaN|[A-Z]{2}/)
})

test('a message calls an alarm by the name it has here', () => {
  expect(ALARM_TITLES).toEqual(
    Object.fromEntries(Object.entries(alarmWords).map(([kind, { title }]) => [kind, title])),
  )
})

test('what is no number is said to be unreadable, what is below nothing has a real minus', () => {
  expect(viewed({ kind: 'IMPOSSIBLE_NUMBER', found: -30 })?.what).toContain('−30')
  expect(viewed({ kind: 'IMPOSSIBLE_NUMBER', found: null })?.what).toContain('读不出')
})

test('the gravest come first, what somebody has seen stands apart, what is gone is not shown', () => {
  const { open, seen } = viewAlarms([
    alarm({ id: 'n', severity: 'notice' }),
    alarm({ id: 'w', severity: 'warning' }),
    alarm({ id: 'u1' }),
    alarm({ id: 'u2' }),
    alarm({ id: 's', status: 'acknowledged', acknowledgedBy: '王店长' }),
    alarm({ id: 'g', status: 'gone' }),
  ])
  expect(open.map(({ id }) => id)).toEqual(['u1', 'u2', 'w', 'n'])
  expect(seen).toMatchObject([{ id: 's', seenBy: '王店长已看过' }])
})

const audit = { day: '2026-11-22', members: 1_280, findings: 0, endedAt: '2026-11-22T04:01:30+08:00' }
test.each([
  [null, '2026-11-22', '还没有核对过，今晚会自动开始'],
  [audit, '2026-11-22', '昨夜核对 1,280 位会员'],
  [audit, '2026-11-24', '2026年11月22日核对 1,280 位会员，之后还没有核对'],
])('the last audit %j, told on %s: %s', (last, today, words) => {
  expect(sayAudit({ audit: last, today })).toBe(words)
})

const side = { balance: 100, qualifyingSpend: 5_000, bills: 1, stamps: 4, tier: '银卡会员' }
const proposal: Correction = {
  kind: 'correction',
  own: false,
  id: 'M1.4',
  member: 'M8F2K93QATVWX0123',
  reason: 'ACCOUNT_DIFFERED',
  before: { ...side, balance: 1_100 },
  after: side,
  status: 'open',
  proposedBy: null,
  mine: false,
  createdAt: '2026-11-22T04:01:00+08:00',
}

test('a proposal says what was and what would be, and why; only what changes, and the points always', () => {
  expect(viewProposal(proposal)).toEqual({
    id: 'M1.4',
    who: '会员 …0123',
    reason: '核对时余额和明细对不上，按明细更正',
    by: '夜间核对 · 11月22日 04:01',
    mine: false,
    changes: [{ label: '积分', before: '1,100', after: '100' }],
  })
  const before = { balance: null, qualifyingSpend: null, bills: 7, stamps: 5, tier: null }
  expect(viewProposal({ ...proposal, before, proposedBy: '小周' })).toMatchObject({
    by: '小周 · 11月22日 04:01',
    changes: [
      { label: '积分', before: '读不出', after: '100' },
      { label: '成长值', before: '读不出', after: '¥50' },
      { label: '账单数', before: '7', after: '1' },
      { label: '集杯', before: '5', after: '4' },
      { label: '等级', before: '无', after: '银卡会员' },
    ],
  })
  expect(viewProposal({ ...proposal, before: side }).changes).toHaveLength(1)
})
