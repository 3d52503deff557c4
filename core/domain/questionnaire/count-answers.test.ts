import fc from 'fast-check'
import type { Answer, Question } from '../../contract'
import { countAnswers } from './count-answers'

const taste: Question = { id: 'taste', words: '味道', kind: 'stars' }
const why: Question = {
  id: 'why',
  words: '为什么来',
  kind: 'choice',
  several: true,
  options: [
    { id: 'near', words: '离得近' },
    { id: 'good', words: '好吃' },
  ],
}
const stars = (many: number): Answer => ({ question: 'taste', kind: 'stars', stars: many })
const chose = (...options: string[]): Answer => ({ question: 'why', kind: 'choice', options })

test('EARN-13: what was chosen is counted option by option, as they stand in the question', () => {
  const all = [[chose('good')], [chose('near', 'good'), stars(4)], [stars(5)]]
  expect(countAnswers([why, taste], all)).toEqual([
    {
      id: 'why',
      words: '为什么来',
      kind: 'choice',
      counts: [
        { id: 'near', words: '离得近', count: 1 },
        { id: 'good', words: '好吃', count: 2 },
      ],
      averageTenths: null,
    },
    {
      id: 'taste',
      words: '味道',
      kind: 'stars',
      counts: [5, 4, 3, 2, 1].map((each) => ({
        id: String(each),
        words: `${each} 星`,
        count: each >= 4 ? 1 : 0,
      })),
      averageTenths: 45,
    },
  ])
})

test.each([
  [[], null],
  [[1], 10],
  [[4, 4, 5], 43],
  [[4, 5, 5], 47],
  [[5, 5, 5, 4], 48],
  [[4, 4, 4, 5], 43],
])('EARN-13: the average of %j is %s tenths, half up', (given, tenths) => {
  const [{ averageTenths } = { averageTenths: undefined }] = countAnswers(
    [taste],
    given.map((each) => [stars(each)]),
  )
  expect(averageTenths).toBe(tenths)
})

test('property: every answer is counted once, and the average lies within what was given', () => {
  const given = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(given, (all) => {
      const [counted] = countAnswers(
        [taste],
        all.map((each) => [stars(each)]),
      )
      expect(counted?.counts.reduce((sum, { count }) => sum + count, 0)).toBe(all.length)
      expect(counted?.averageTenths).toBeGreaterThanOrEqual(10 * Math.min(...all))
      expect(counted?.averageTenths).toBeLessThanOrEqual(10 * Math.max(...all))
    }),
  )
})
