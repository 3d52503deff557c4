import fc from 'fast-check'
import type { Answer, BusinessDay, Program, Questionnaire } from '../../contract'
import { Answers } from '../../contract/questionnaire'
import { type Account, balanceOf, openAccount, postAll } from '../account'
import { points } from '../amounts'
import { pointsPreset } from '../presets/points'
import { answerQuestionnaire, type Said } from './answer'

const TODAY = '2026-11-26' as BusinessDay
const asked = pointsPreset.questionnaire as Questionnaire
const [taste, service, again] = asked.questions.map(({ id }) => id) as [string, string, string]

const stars = (question: string, many: number): Answer => ({ question, kind: 'stars', stars: many })
const choice = (question: string, ...options: string[]): Answer => ({ question, kind: 'choice', options })
const full = [stars(taste, 5), stars(service, 4), choice(again, 'dishes', 'near')]

const says = (answers: Answer[] = full, questionnaire = asked.id): Said => ({ questionnaire, answers })
const asking = (over: Partial<Questionnaire> | null): Program => ({
  ...pointsPreset,
  questionnaire: over && { ...asked, ...over },
})

function answer(account: Account, said: Said = says(), program: Program = pointsPreset) {
  const decided = answerQuestionnaire(account, said, TODAY, program)
  const entries = decided.ok ? decided.value : []
  return { said: decided.ok ? 'yes' : decided.refusal, entries, account: postAll(account, entries) }
}

test('EARN-13: a questionnaire answered is a line of its own and 30 points, which say what for', () => {
  const { entries, account } = answer(openAccount())
  expect(entries).toMatchObject([
    { type: 'QuestionnaireAnswered', on: TODAY, questionnaire: asked.id, title: asked.title },
    { type: 'PointsGranted', source: 'questionnaire', about: `填写「${asked.title}」`, earned: 30 },
  ])
  expect(balanceOf(account)).toBe(30)
  expect(account.answered).toEqual([asked.id])
})

const barred = (account: Account): Account => ({
  ...account,
  barred: { since: TODAY, until: null, reason: '用积分套现：多次' },
})
const done = answer(openAccount()).account
const no = 'QUESTIONNAIRE_CHANGED'
const one = { id: again, kind: 'choice', words: '为什么', several: false } as const
const options = [
  { id: 'dishes', words: '菜好吃' },
  { id: 'near', words: '离得近' },
]

test.each<[what: string, Account, Said, Program, string]>([
  ['all is answered', openAccount(), says(), pointsPreset, 'yes'],
  ['in another order', openAccount(), says([...full].reverse()), pointsPreset, 'yes'],
  ['nothing is asked', openAccount(), says(), asking(null), 'QUESTIONNAIRE_OFF'],
  ['nothing is asked of who is barred', barred(openAccount()), says(), asking(null), 'QUESTIONNAIRE_OFF'],
  ['he is barred', barred(openAccount()), says(), pointsPreset, 'BARRED'],
  ['he is barred and has answered', barred(done), says(), pointsPreset, 'BARRED'],
  ['he has answered', done, says(), pointsPreset, 'ALREADY_ANSWERED'],
  ['he has answered, and it is another by now', done, says(), asking({ id: 'second' }), 'ALREADY_ANSWERED'],
  ['he has answered the one before', done, says(full, 'second'), asking({ id: 'second' }), 'yes'],
  ['it is another by now', openAccount(), says(), asking({ id: 'second' }), no],
  ['a question is left out', openAccount(), says(full.slice(1)), pointsPreset, no],
  ['one is answered twice', openAccount(), says([...full, stars(taste, 1)]), pointsPreset, no],
  [
    'one twice and one not',
    openAccount(),
    says([stars(taste, 1), ...full.slice(1, 2), stars(taste, 2)]),
    pointsPreset,
    no,
  ],
  ['one is answered that is not asked', openAccount(), says([...full, stars('price', 1)]), pointsPreset, no],
  ['stars for a choice', openAccount(), says([...full.slice(0, 2), stars(again, 3)]), pointsPreset, no],
  ['a choice for stars', openAccount(), says([choice(taste, 'dishes'), ...full.slice(1)]), pointsPreset, no],
  [
    'an option there is not',
    openAccount(),
    says([...full.slice(0, 2), choice(again, 'no')]),
    pointsPreset,
    no,
  ],
  [
    'an option there is and one there is not',
    openAccount(),
    says([...full.slice(0, 2), choice(again, 'near', 'no')]),
    pointsPreset,
    no,
  ],
  [
    'an option twice',
    openAccount(),
    says([...full.slice(0, 2), choice(again, 'near', 'near')]),
    pointsPreset,
    no,
  ],
  [
    'one of one',
    openAccount(),
    says([choice(again, 'near')]),
    asking({ questions: [{ ...one, options }] }),
    'yes',
  ],
  [
    'two of one',
    openAccount(),
    says([choice(again, 'near', 'dishes')]),
    asking({ questions: [{ ...one, options }] }),
    no,
  ],
])('EARN-13, RISK-04: when %s', (_what, account, said, program, word) => {
  expect(answer(account, said, program).said).toBe(word)
})

test.each<[Answer[], boolean]>([
  [[stars(taste, 1)], true],
  [[stars(taste, 0)], false],
  [[stars(taste, 5)], true],
  [[stars(taste, 6)], false],
  [[stars(taste, 4.5)], false],
  [[choice(again)], false],
  [[], false],
])('EARN-13: %j is something one can say: %s', (answers, is) => {
  expect(Answers.safeParse(answers).success).toBe(is)
})

test('CAP-01: its points count towards the cap of tasks, and what is beyond waits', () => {
  const capped = asking({})
  const program = {
    ...capped,
    caps: { ...capped.caps, engage: { points: points(20), over: 'review' } },
  } as const
  const { entries, account } = answer(openAccount(), says(), program)
  expect(entries.map((entry) => entry.type)).toEqual([
    'QuestionnaireAnswered',
    'PointsGranted',
    'PointsPending',
  ])
  expect([balanceOf(account), account.pending[0]?.points]).toEqual([20, 10])
})

test('property: whatever is asked in whatever order, each questionnaire gives its points once', () => {
  const ids = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
  fc.assert(
    fc.property(ids, (order) => {
      const last = order.reduce((so, id) => answer(so, says(full, id), asking({ id })).account, openAccount())
      const different = new Set(order)
      expect(balanceOf(last)).toBe(30 * different.size)
      expect(new Set(last.answered)).toEqual(different)
    }),
  )
})
