import type { Program, Question, Questionnaire } from '../../contract'
import { points } from '../amounts'
import { firstImpression } from '../presets/first-impression'
import { recommended } from '../presets/recommended'
import { questionnaireIsCheap, questionnaireIsItself } from './questionnaire'
import { anyDay, shelf } from './recommended-with'

type Choice = Extract<Question, { kind: 'choice' }>
const { questions } = firstImpression
const [taste, service, again] = questions as [Question, Question, Choice]
const asking = (over: Partial<Questionnaire>): Program => ({
  ...recommended,
  questionnaire: { ...firstImpression, ...over },
})
const offering = (options: Choice['options']): Question[] => [taste, service, { ...again, options }]
const otherWords = questions.map((each) => ({ ...each, words: '改过的字' }))

test.each<[what: string, over: Partial<Questionnaire>, told: boolean]>([
  ['the same', {}, false],
  ['other words for each question', { questions: otherWords }, false],
  [
    'other words for an option',
    { questions: offering(again.options.map((o) => ({ ...o, words: '好' }))) },
    false,
  ],
  ['a point more', { points: points(31) }, false],
  ['a point less', { points: points(29) }, true],
  ['a question less', { questions: questions.slice(1) }, true],
  ['another question', { questions: [{ ...taste, id: 'place' }, service, again] }, true],
  ['an option less', { questions: offering(again.options.slice(1)) }, true],
  [
    'as many other options',
    { questions: offering(again.options.map((o) => ({ ...o, id: `${o.id}2` }))) },
    true,
  ],
  ['one option instead of several', { questions: [taste, service, { ...again, several: false }] }, true],
  ['stars instead of options', { questions: [taste, service, { ...taste, id: again.id }] }, true],
  ['another questionnaire', { id: 'second', questions: [taste], points: points(1) }, false],
])('EARN-13: a questionnaire with %s is another under the same name: %s', (_what, over, told) => {
  const now = asking({ title: '新名字', ...over })
  const remark = { rule: 'QUESTIONNAIRE_REWRITTEN', at: 'questionnaire', found: '新名字' }
  expect(questionnaireIsItself(now, { ...anyDay, before: asking({}) })).toEqual(told ? [remark] : [])
})

test('EARN-13: the first questionnaire, and none any more, rewrite nothing', () => {
  expect(questionnaireIsItself(asking({}), { ...anyDay, before: null })).toEqual([])
  expect(questionnaireIsItself(asking({}), { ...anyDay, before: recommended })).toEqual([])
  expect(questionnaireIsItself(recommended, { ...anyDay, before: asking({}) })).toEqual([])
})

test.each<[given: number | null, prices: number[], expected: number | null]>([
  [50, [80, 50], null],
  [51, [80, 50], 50],
  [51, [], null],
  [null, [80, 50], null],
])(
  'EARN-13, COST-06: a questionnaire for %j points where rewards cost %j is dearer than: %j',
  (given, prices, expected) => {
    const { rewards } = shelf(...prices.map((price) => ({ points: points(price) })))
    const program = given === null ? recommended : asking({ points: points(given) })
    const remark = { rule: 'QUESTIONNAIRE_DEAR', at: 'questionnaire.points', expected, found: given }
    expect(questionnaireIsCheap({ ...program, rewards }, anyDay)).toEqual(expected === null ? [] : [remark])
  },
)
