import { Terms as TermsSchema } from '../../../core/contract/programs'
import { presets } from '../../../core/domain/presets'
import { recommended } from '../../../core/domain/presets/recommended'
import { termsOf } from '../../../core/store/programs'
import { formOf, setField, type Terms } from './form'
import { newQuestion } from './questionnaire-fields'
import { readForm } from './read-form'
import { addTier } from './tier-form'

const terms = termsOf(recommended) as Terms
const form = formOf(terms)
const read = (form: ReturnType<typeof formOf>) => readForm(form, terms)

/** Every kind of rule at once. */
const full: Terms = {
  ...terms,
  earn: {
    ...terms.earn,
    firstOrder: { mode: 'threshold', amount: 10_050, points: 80 },
    nthOfMonth: { orders: [1, 3, 5], bp: 15_000 },
    newMember: { days: 7, bp: 20_000 },
    thresholds: [
      { amount: 20_000, points: 50 },
      { amount: 50_000, points: 150 },
    ],
    stacking: { combine: 'add', multiplyAdditions: true, mostBp: null },
  },
  tiers: terms.tiers.map((tier, rank) =>
    rank === 0
      ? tier
      : {
          ...tier,
          reach: { spend: 50_000 * rank, points: 700 * rank, yearPoints: 300 * rank, load: 40_050 * rank },
          payBp: 10_000 - 550 * rank,
          birthdayGift: 30,
        },
  ),
  keep: { period: { kind: 'days', days: 90 }, minSpend: 30_050, tooLittle: 'lose', pauses: false },
  tierSales: [{ tier: 'gold', points: 800, days: 30 }],
  questionnaire: {
    id: 'first',
    title: '小问卷',
    points: 30,
    questions: [
      { id: 'taste', words: '味道怎么样', kind: 'stars' },
      {
        id: 'why',
        words: '为什么来',
        kind: 'choice',
        several: true,
        options: [
          { id: 'near', words: '离得近' },
          { id: 'good', words: '好吃' },
        ],
      },
    ],
  },
  discountAt: 'till',
  stampCard: { stamps: 8, atLeast: 2_550, reward: 'drink' },
}

test.each(Object.entries(presets))(
  'the preset %s is on the form and comes back as it was',
  (_name, preset) => {
    const was = termsOf(preset) as Terms
    expect(readForm(formOf(was), was)).toEqual({ terms: was, faults: {} })
  },
)

test('every kind of rule is on the form and comes back as it was, as the contract wants it', () => {
  expect(readForm(formOf(full), full)).toEqual({ terms: full, faults: {} })
  expect(TermsSchema.parse(full)).toEqual(full)
  const multiplied = {
    ...full,
    earn: { ...full.earn, firstOrder: { mode: 'multiplier' as const, bp: 20_000 } },
  }
  expect(readForm(formOf(multiplied), full).terms).toEqual(multiplied)
})

test('one field changes one thing', () => {
  const form = formOf(full)
  expect(read(setField(form, 'pointsPerYuan', '2')).terms?.earn.pointsPerYuan).toBe(2)
  expect(read(setField(form, 'tiers.1.times', '1.3')).terms?.tiers[1]?.multiplierBp).toBe(13_000)
  expect(read(setField(form, 'tiers.1.pay', '9')).terms?.tiers[1]?.payBp).toBe(9_000)
  expect(read(setField(form, 'tiers.1.spend', '')).terms?.tiers[1]?.reach.spend).toBeNull()
  expect(read(setField(form, 'tiers.1.privileges', '包间、 免费茶位；')).terms?.tiers[1]?.privileges).toEqual(
    ['包间', '免费茶位'],
  )
  expect(read(setField(form, 'keep', 'none')).terms?.keep).toBeNull()
  expect(read(setField(form, 'thresholds.0.amount', '99.5')).terms?.earn.thresholds[0]?.amount).toBe(9_950)
  expect(read(setField(form, 'birthday', 'none')).terms?.earn.birthday).toBeNull()
})

test.each([
  ['pointsPerYuan', '1.5'],
  ['registration', ''],
  ['lotMonths', '0'],
  ['firstAmount', 'x'],
  ['profile', ''],
  ['cardStamps', '0'],
  ['cardFrom', '0'],
  ['cardReward', ''],
  ['checkInDaily', '10001'],
  ['checkInRound', '0'],
  ['newcomerDays', '91'],
  ['milestones.0.day', '32'],
  ['milestones.1.points', '0'],
  ['firstPoints', '-1'],
  ['birthdayTimes', '两倍'],
  ['nthOrders', ''],
  ['newDays', '91'],
  ['thresholds.1.amount', '200'],
  ['thresholds.0.points', '0'],
  ['mostTimes', '0.5'],
  ['tiers.0.name', ' '],
  ['tiers.1.name', '一二三四五六七八九十一二三'],
  ['tiers.1.spend', '-5'],
  ['tiers.1.points', '0'],
  ['tiers.1.pay', '4.9'],
  ['tiers.1.pay', '10.1'],
  ['tiers.1.privileges', '一二三四五六七八九十一二三四五六七八九十一'],
  ['tiers.1.giftPoints', 'x'],
  ['tiers.1.giftWords', ''],
  ['tiers.1.birthdayGift', '-1'],
  ['tiers.1.saleDays', '367'],
  ['keepSpend', '0'],
  ['keepDays', '29'],
  ['questionnaireTitle', ' '],
  ['questionnairePoints', '0'],
  ['questionnairePoints', '10001'],
  ['questions.0.words', ''],
  ['questions.0.words', '一二三四五六七八九十'.repeat(4).concat('一')],
  ['questions.1.options.1.words', '一二三四五六七八九十'.repeat(2).concat('一')],
])('what cannot be read in %s is told there, and there is no programme', (name, value) => {
  const { terms: none, faults } = read(setField(formOf(full), name, value))
  expect(none).toBeNull()
  expect(Object.keys(faults)).toEqual([name])
  expect(faults[name]).toMatch(/[\u4e00-\u9fff]/)
})

test('EARN-13: an option that is left empty is none, and two are asked for at least', () => {
  const options = ['好吃', '', '离得近'].map((words, i) => ({ id: `o-${i}`, words }))
  const three = setField(formOf(full), 'questions.1.options', options)
  const [, why] = read(three).terms?.questionnaire?.questions ?? []
  expect(why).toMatchObject({ options: [options[0], options[2]] })
  expect(read(setField(three, 'questions.1.options.0.words', ' ')).faults).toEqual({
    'questions.1.options': '至少填 2 个选项',
  })
  expect(read(setField(three, 'questions.1.kind', 'one')).terms?.questionnaire?.questions[1]).toMatchObject({
    several: false,
  })
  expect(read(setField(three, 'questions', [])).faults).toEqual({ questions: '至少出一道题' })
  expect(read(setField(three, 'questionnaire', 'none')).terms?.questionnaire).toBeNull()
})

test('EARN-13: what is new in a questionnaire has a name that nothing there was has had', () => {
  const [one, other] = [newQuestion(), newQuestion()]
  const ids = [one, other].flatMap(({ id, options }) => [id, ...options.map((option) => option.id)])
  expect(new Set(ids).size).toBe(6)
  const asked = { ...formOf(terms), questionnaire: 'on' as const, questionnaireTitle: '小问卷' }
  const { terms: written } = read({ ...asked, questions: [{ ...one, words: '味道怎么样' }] })
  expect(TermsSchema.parse(written)).toEqual(written)
})

test('what is not chosen is not read', () => {
  const form = { ...formOf(terms), nthOrders: 'x', newDays: '', firstAmount: 'x' }
  expect(read(form).terms).toEqual(terms)
})

test('a new tier has an id of its own', () => {
  const tiers = addTier(addTier(formOf(terms).tiers))
  expect(new Set(tiers.map(({ id }) => id)).size).toBe(tiers.length)
  for (const { id } of tiers) expect(id).toMatch(/^[a-z]{2,16}$/)
})

test.each([
  [{ referral: 'none' }, null],
  [{ referralMost: '' }, { perMonth: null }],
  [{ referralDays: '14' }, { pendingDays: 14 }],
  [
    { referralHow: 'share', referralShare: '10', referralFrom: '50' },
    {
      rules: [
        {
          trigger: 'firstPaidOrder',
          beneficiary: 'both',
          formula: { kind: 'share', bp: 1_000 },
          atLeast: 5_000,
        },
      ],
    },
  ],
])('referral typed as %j is %j', (typed, read_) => {
  const { terms: written } = read({ ...formOf(terms), ...(typed as object) })
  expect(written?.referral).toEqual(read_ === null ? null : { ...terms.referral, ...read_ })
})

test.each([
  [{ referralPoints: '0' }, 'referralPoints'],
  [{ referralHow: 'share', referralShare: '101' }, 'referralShare'],
  [{ referralFrom: 'x' }, 'referralFrom'],
  [{ referralMost: '0' }, 'referralMost'],
  [{ referralDays: '91' }, 'referralDays'],
])('referral with %j cannot be read', (typed, field) => {
  expect(Object.keys(read({ ...formOf(terms), ...(typed as object) }).faults)).toEqual([field])
})

test.each([
  [{ reminders: 'none' }, null],
  [{ expiryDays: '7、30' }, { expiryDays: [30, 7] }],
  [{ expiryDays: '' }, { expiryDays: [] }],
  [
    { statementDay: '', birthdayDays: '' },
    { statementDay: null, birthdayDays: null },
  ],
  [
    { birthdayDays: '0', arrivals: 'no' },
    { birthdayDays: 0, arrivals: false },
  ],
])('reminders typed as %j are %j', (typed, read_) => {
  const { terms: written } = read({ ...formOf(terms), ...(typed as object) })
  expect(written?.reminders).toEqual(read_ === null ? null : { ...terms.reminders, ...read_ })
})

test.each([
  ['expiryDays', '0'],
  ['expiryDays', '91'],
  ['expiryDays', '30、15、7、3、1'],
  ['statementDay', '26'],
  ['birthdayDays', '15'],
  ['messagesAWeek', '8'],
  ['messagesAWeek', ''],
])('reminders with %s "%s" cannot be read', (field, text) => {
  expect(Object.keys(read({ ...formOf(terms), [field]: text }).faults)).toEqual([field])
})

test('BDAY-05: anniversaries and jubilees are read as they are typed, and nothing where there are none', () => {
  const none = read(form).terms
  expect([none?.anniversary, none?.earn.jubilees]).toEqual([null, []])
  const typed = [
    ['anniversary', 'on'],
    ['anniversaryPoints', '88'],
    ['anniversaryFrom', '2027-01-01'],
    ['jubilees', [{ bill: '100', points: '200' }]],
    ['jubilees.0.points', '300'],
  ] as const
  const { terms } = read(typed.reduce((all, [name, value]) => setField(all, name, value), form))
  expect(terms?.anniversary).toEqual({ points: 88, from: '2027-01-01' })
  expect(terms?.earn.jubilees).toEqual([{ bill: 100, points: 300 }])
  expect(terms && formOf(terms)).toMatchObject({
    anniversaryPoints: '88',
    jubilees: [{ bill: '100', points: '300' }],
  })
})

test.each([
  ['anniversaryFrom', { anniversary: 'on', anniversaryFrom: '' }],
  ['anniversaryPoints', { anniversary: 'on', anniversaryFrom: '2027-01-01', anniversaryPoints: '0' }],
  ['jubilees.0.bill', { jubilees: [{ bill: '1', points: '5' }] }],
  ['jubilees.0.points', { jubilees: [{ bill: '100', points: '' }] }],
] as const)('BDAY-05: %s that cannot be read is told under its field', (field, typed) => {
  const { terms, faults } = read({ ...form, ...(typed as Partial<typeof form>) })
  expect([terms, Object.keys(faults)]).toEqual([null, [field]])
})
