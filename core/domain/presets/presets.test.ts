import type { BranchId, BusinessDay, Campaign, Earn, Program, Tier } from '../../contract'
import { Program as ProgramSchema } from '../../contract/program'
import { balanceOf, openAccount, postAll } from '../account'
import { fen, points } from '../amounts'
import { addDays, addMonths } from '../calendar'
import { claimReward } from '../claim-reward'
import { earn } from '../earning/earn'
import type { Occasion } from '../earning/rule'
import { grant } from '../grant'
import { lint } from '../lint/lint'
import { presets } from '.'
import { memberDay } from './member-day'
import { pointsPreset } from './points'
import { storedValuePreset } from './stored-value'

const day = (text: string) => text as BusinessDay
const around = { today: day('2026-11-22'), branches: ['jingan' as BranchId], before: null }

test.each(Object.entries(presets))(
  '%s is a programme, and the linter finds no error in it',
  (_name, program) => {
    expect(ProgramSchema.parse(program)).toEqual(program)
    expect(lint(program, around).filter(({ grade }) => grade === 'error')).toEqual([])
  },
)

const tierOf = ({ tiers }: Program, id: string) => tiers.find((tier) => tier.id === id) as Tier
const bill = (yuan: number, program: Program, over: Partial<Occasion> = {}) => {
  const [first] = program.tiers as [Tier]
  const occasion = {
    amount: fen(yuan * 100),
    branch: 'jingan' as BranchId,
    day: day('2026-11-21'),
    tier: first,
  }
  const guest = {
    birthday: null,
    joinedOn: day('2025-01-01'),
    billsBefore: 1,
    jubileesHad: [],
    nthOfMonth: 2,
  }
  return earn({ ...occasion, ...guest, ...over }, program).earned
}
const withRules = (rules: Partial<Earn>): Program => ({
  ...pointsPreset,
  earn: { ...pointsPreset.earn, ...rules },
})

describe('the guide to points', () => {
  test('EARN-08: its own sum: 200 yuan in the month of birth as the first order are 200 × 2 + 100 = 500', () => {
    expect(bill(200, pointsPreset, { birthday: '11-02', billsBefore: 0 })).toBe(500)
  })

  test('RED-17: its own sum: with 800 points a dish of 500 costs 0 yuan, and 300 are left', () => {
    const about = { source: 'adjustment', about: '期初积分', points: points(800) } as const
    const account = postAll(openAccount(), grant(openAccount(), about, day('2026-11-01'), pointsPreset))
    const [reward] = pointsPreset.rewards.filter(({ points }) => points === 500)
    if (reward === undefined) throw new Error('there is no reward of 500 points')
    const claim = { reward, redemption: 'R', token: null, left: null }
    const claimed = claimReward(account, claim, day('2026-11-21'), pointsPreset)
    expect(claimed.ok && balanceOf(postAll(account, claimed.value))).toBe(300)
    expect(reward.worth).toBe(5000)
  })

  test('RED-05 to RED-10: its table of rewards', () => {
    expect(pointsPreset.rewards.map(({ points, name, worth }) => [points, name, worth / 100])).toEqual([
      [50, '任选小菜一份', 10],
      [100, '饮料一杯', 15],
      [200, '招牌菜 8 折券', 30],
      [500, '免费主菜一份', 50],
      [1000, '双人套餐 5 折券', 100],
      [2000, '免单机会（上限 200 元）', 200],
    ])
  })

  test('LVL-01 to LVL-03, EARN-19, C-13: its tiers by points, what they pay and what they multiply', () => {
    expect(
      pointsPreset.tiers.map(({ name, reach, payBp, multiplierBp }) => [
        name,
        reach.points,
        payBp,
        multiplierBp,
      ]),
    ).toEqual([
      ['银卡会员', null, 10_000, 10_000],
      ['金卡会员', 1000, 9000, 12_000],
      ['钻石会员', 5000, 8500, 15_000],
    ])
  })

  test('EARN-03, EARN-04, EARN-10, EARN-11, EARN-13, EARN-14, ENG-02, CAP-01, EXP-01, EXP-03: its other numbers', () => {
    const { earn, referral, checkIn, questionnaire, caps, expiry, reminders } = pointsPreset
    expect([questionnaire?.points, questionnaire?.questions.length]).toEqual([30, 3])
    expect([earn.registration, earn.profile]).toEqual([100, 20])
    expect(referral?.rules).toEqual([
      {
        trigger: 'firstPaidOrder',
        beneficiary: 'referrer',
        formula: { kind: 'share', bp: 1000 },
        atLeast: 0,
      },
    ])
    expect(checkIn?.milestones.map(({ day, points, audience }) => [day, points, audience])).toEqual([
      [7, 50, 'all'],
      [7, 100, 'new'],
    ])
    expect(caps.spend).toEqual({ points: 1000, over: 'review' })
    expect([expiry.months, reminders?.expiryDays, reminders?.statementDay]).toEqual([12, [30, 15, 7], 1])
  })

  test('EARN-07, CAMP-08: in the month it opens joining gives 100 and the first order counts double, 100 yuan earn 200', () => {
    const opening = withRules({ firstOrder: { mode: 'multiplier', bp: 20_000 } })
    expect(opening.earn.registration).toBe(100)
    expect([0, 1].map((billsBefore) => bill(100, opening, { billsBefore }))).toEqual([200, 100])
  })

  test('CAMP-07: with a new campaign for each month, every bill of a month is in its own and in no other', () => {
    const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'))
    const campaigns = months.map(
      (month, at): Campaign => ({
        ...memberDay,
        id: `month-${month}`,
        name: `${at + 1} 月活动`,
        from: day(`2027-${month}-01`),
        to: addDays(addMonths(day(`2027-${month}-01`), 1), -1),
        days: { kind: 'every' },
        effect: { kind: 'addition', points: points(at + 1) },
      }),
    )
    const yearly = withRules({ campaigns })
    const onDay = (date: string) => bill(100, yearly, { day: day(date) }) - 100
    expect(months.map((month) => onDay(`2027-${month}-01`))).toEqual(campaigns.map((_, at) => at + 1))
    expect(campaigns.map(({ to }) => onDay(to))).toEqual(campaigns.map((_, at) => at + 1))
    expect([onDay('2026-12-31'), onDay('2028-01-01')]).toEqual([0, 0])
  })

  test.each`
    amount | over   | given  | earned
    ${199} | ${200} | ${50}  | ${199}
    ${200} | ${200} | ${50}  | ${250}
    ${149} | ${150} | ${30}  | ${149}
    ${150} | ${150} | ${30}  | ${180}
    ${99}  | ${100} | ${300} | ${99}
    ${100} | ${100} | ${300} | ${400}
  `('EARN-15, EARN-16, EARN-18: from $over yuan on $given more, $amount yuan earn $earned', (row) => {
    const thresholds = [{ amount: fen(row.over * 100), points: points(row.given) }]
    expect(bill(row.amount, withRules({ thresholds }))).toBe(row.earned)
  })

  test.each([
    [1, 150],
    [2, 100],
    [3, 150],
    [4, 100],
    [5, 150],
    [6, 100],
  ])('EARN-17: with its accelerator bill %i of a month earns %i for 100 yuan', (nthOfMonth, earned) => {
    expect(bill(100, withRules({ nthOfMonth: { orders: [1, 3, 5], bp: 15_000 } }), { nthOfMonth })).toBe(
      earned,
    )
  })
})

describe('the guide to stored value', () => {
  test('LVL-04 to LVL-07, LVL-14, EARN-20, C-13: its tiers by what was loaded, what they pay and what they multiply', () => {
    const rows = storedValuePreset.tiers.map(({ name, reach, payBp, multiplierBp }) => [
      name,
      reach.load === null ? null : reach.load / 100,
      payBp,
      multiplierBp,
    ])
    expect(rows).toEqual([
      ['普通会员', null, 10_000, 10_000],
      ['银卡会员', 500, 9500, 12_000],
      ['金卡会员', 1000, 9000, 15_000],
      ['钻石卡会员', 2000, 8500, 20_000],
    ])
  })

  test.each([
    ['plain', 100, 100],
    ['silver', 95, 114],
    ['gold', 90, 135],
    ['diamond', 85, 170],
  ])('EARN-23, WAL-02: 100 yuan cost a %s member %i, which earn %i', (id, pays, earned) => {
    const tier = tierOf(storedValuePreset, id)
    expect((100 * tier.payBp) / 10_000).toBe(pays)
    expect(bill(pays, storedValuePreset, { tier })).toBe(earned)
  })

  test('EARN-05, EARN-24, BDAY-02, CAMP-03: the month of birth counts double, and so does member day', () => {
    expect(bill(100, storedValuePreset, { birthday: '11-02' })).toBe(200)
    expect(bill(100, storedValuePreset, { day: day('2026-11-18') })).toBe(200)
    expect(bill(100, storedValuePreset, { day: day('2026-11-17') })).toBe(100)
  })

  test.each`
    amount   | on              | more
    ${49.99} | ${'2026-12-01'} | ${0}
    ${50}    | ${'2026-11-30'} | ${0}
    ${50}    | ${'2026-12-01'} | ${50}
    ${50}    | ${'2027-02-28'} | ${50}
    ${50}    | ${'2027-03-01'} | ${0}
  `('EARN-26: its winter points for 50 yuan: on $on a bill of $amount yuan gets $more more', (row) => {
    const winter: Campaign = {
      ...memberDay,
      id: 'winter',
      name: '暖心积分',
      from: day('2026-12-01'),
      to: day('2027-02-28'),
      days: { kind: 'every' },
      atLeast: fen(5000),
      effect: { kind: 'addition', points: points(50) },
    }
    const program = { ...storedValuePreset, earn: { ...storedValuePreset.earn, campaigns: [winter] } }
    expect(bill(row.amount, program, { day: day(row.on) })).toBe(Math.floor(row.amount) + row.more)
  })

  test('ENG-03: a week of check-ins is 7 × 10 + 50 = 120', () => {
    const { daily = 0, milestones = [] } = storedValuePreset.checkIn ?? {}
    expect(7 * daily + milestones.reduce((sum, { points }) => sum + points, 0)).toBe(120)
  })

  test('RED-22, RED-24, RED-25: what its points buy', () => {
    expect(storedValuePreset.rewards.map(({ points, name }) => [points, name])).toEqual([
      [500, '招牌菜一份'],
      [500, '招牌奶茶一杯'],
      [1000, '火锅锅底一份'],
    ])
  })

  test('EARN-24, REF-02, REF-03, RISK-09, DOWN-01, DOWN-02, EXP-07, BDAY-03: its other numbers', () => {
    const { referral, keep, reminders } = storedValuePreset
    expect(referral?.perMonth).toBe(5)
    expect(
      referral?.rules.map(({ trigger, beneficiary, formula }) => [trigger, beneficiary, formula]),
    ).toEqual([
      ['register', 'referrer', { kind: 'fixed', points: 500 }],
      ['load', 'both', { kind: 'fixed', points: 100 }],
    ])
    expect(keep).toMatchObject({ period: { kind: 'quarter' }, minSpend: 50_000, tooLittle: 'keep' })
    expect([reminders?.expiryDays, reminders?.birthdayDays]).toEqual([[30, 7], 3])
  })
})
