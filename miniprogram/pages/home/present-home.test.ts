import { presentArrival } from '../../services/present-arrival'
import type { Line } from '../../services/present-line'
import { type Card, presentCard, presentWelcome } from './present-home'

const bill = (seq: number, delta: number, more: object = {}): Line => ({
  id: `M.${seq}`,
  key: 'k',
  index: 0,
  member: 'M',
  seq,
  kind: 'earn',
  month: '2026-11',
  at: '2026-11-21T11:30:00Z',
  delta,
  balance: delta,
  entry: {
    type: 'BillSettled',
    on: '2026-11-21',
    bill: 'A-1',
    branch: 'jingan',
    branchName: '静安店',
    amount: delta * 100,
    earned: delta,
    repaid: 0,
    expiresOn: '2027-11-21',
    steps: [],
    program: 'recommended-1',
  },
  ...more,
})
const upgrade = bill(3, 0, {
  kind: 'tier',
  entry: {
    type: 'TierChanged',
    on: '2026-11-21',
    why: 'reached',
    from: 'silver',
    fromName: '银卡会员',
    to: 'gold',
    toName: '金卡会员',
    climbed: ['gold'],
    keep: null,
    until: null,
    spent: null,
    minSpend: null,
    program: 'p',
  },
})
const claim = bill(4, -150, { kind: 'burn' })

const card: Card = {
  joined: true,
  member: 'M8F2K93QATVWX0123',
  name: '林小满',
  birthday: null,
  phone: null,
  balance: 1781,
  rules: { pointsPerYuan: 1, months: 12 },
  tier: {
    id: 'gold',
    name: '金卡会员',
    multiplierBp: 12_000,
    payBp: 10_000,
    next: {
      id: 'diamond',
      name: '钻石会员',
      multiplierBp: 15_000,
      payBp: 10_000,
      route: 'spend',
      asked: 500_000,
      missing: 348_250,
      progressBp: 3000,
    },
  },
  goal: {
    id: 'feast',
    name: '免单宴请',
    picture: '/f.svg',
    points: 2000,
    worth: 20_000,
    missing: 219,
    progressBp: 8905,
  },
  best: {
    id: 'set',
    name: '双人套餐',
    picture: '/s.svg',
    points: 1000,
    worth: 16_800,
    missing: 0,
    progressBp: 10_000,
  },
  affordable: 6,
  expiring: { points: 100, on: '2027-05-06' },
  keeps: null,
  barred: null,
  stampCard: null,
  debt: 0,
  checkIn: { isDone: false, streak: 2, next: { day: 7, points: 30, more: 5 }, points: 2 },
  questionnaire: { title: '小问卷', points: 30 },
  birthdayPrice: null,
  campaigns: ['会员日'],
  latest: [bill(9, 1), bill(8, 1), bill(7, 1), bill(6, 1)],
  seq: 9,
  unread: 0,
  invites: true,
}

describe('the card', () => {
  test.each([
    [true, null, '今天 生日 5 折、会员日'],
    [false, null, '今天 会员日'],
    [true, { since: '2026-11-20', reason: '', until: null }, '今天 会员日'],
  ])(
    'BDAY-01: on his birthday (%s) its price stands first, but not while he is barred',
    (isToday, barred, words) => {
      const birthdayPrice = { payBp: 5_000, next: '2026-11-21', isToday }
      expect(presentCard({ ...card, birthdayPrice, barred }).campaigns).toBe(words)
    },
  )

  test('RISK-04: while he is barred it says why, and invites to nothing that would be refused', () => {
    const barred = { since: '2026-11-25', reason: '虚假消费：同一桌五张单', until: '2027-02-23' }
    expect(presentCard({ ...card, barred })).toMatchObject({
      barred: { reason: barred.reason, words: expect.stringContaining('到2027年2月23日为止，不能攒积分') },
      upgrade: '暂停期间等级不变',
      goal: null,
      best: null,
      checkIn: null,
      questionnaire: null,
      invites: false,
    })
  })

  test('EXP-13: says how far the next reward and the next tier are, and what would be lost', () => {
    expect(presentCard(card)).toMatchObject({
      greeting: '林小满，欢迎回来',
      upgrade: '再消费 ¥3,482.50 升级钻石会员，积分 ×1.5',
      goal: { name: '免单宴请', missing: '219' },
      best: { name: '双人套餐', more: '等 6 款' },
      expiring: '100 积分将于 2027年5月6日到期',
    })
  })

  test('PAGE-01: shows the balance, the tier and the three newest lines', () => {
    const shown = presentCard(card)
    expect(shown).toMatchObject({ balance: card.balance, tierName: '金卡会员', multiplier: '积分 ×1.2' })
    expect(shown.latest).toHaveLength(3)
  })

  test('at the top, with nothing to expire and nothing to claim, says so calmly', () => {
    const bare = { ...card, name: null, goal: null, best: null, affordable: 0, expiring: null }
    expect(presentCard({ ...bare, tier: { ...card.tier, next: null } })).toMatchObject({
      greeting: '欢迎回来',
      upgrade: '已是最高等级，谢谢一路同行',
      upgradeBp: 10_000,
      goal: null,
      best: null,
      expiring: null,
    })
  })

  test('a single reward in reach is not “等 1 款”', () => {
    expect(presentCard({ ...card, affordable: 1 }).best?.more).toBe('')
  })
})

test('a reward within the registration points can be had at once', () => {
  const reward = (points: number) => ({ id: 'r', name: 'r', picture: '/r.svg', points, worth: 1 })
  const welcome = presentWelcome({
    joined: false,
    registration: 100,
    rules: { pointsPerYuan: 1, months: 12 },
    invited: null,
    rewards: [reward(100), reward(101)],
  })
  expect(welcome.rewards.map((each) => each.inReach)).toEqual([true, false])
})

describe('what is celebrated', () => {
  test('points that came, added up', () => {
    expect(presentArrival([bill(2, 100), bill(1, 280)])).toMatchObject({ title: '积分到账', figure: '+380' })
  })
  test('where they came from', () => expect(presentArrival([bill(1, 280)])?.note).toBe('谢谢光临静安店'))
  test('a new tier above all', () => {
    expect(presentArrival([upgrade, bill(2, 999)])?.title).toBe('恭喜成为金卡会员')
  })
  test.each([
    ['points that went', [claim]],
    ['nothing', []],
    ['a bill that earned nothing', [bill(1, 0)]],
  ])('never %s', (_, lines) => expect(presentArrival(lines)).toBeNull())
})
