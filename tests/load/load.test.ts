import { type Load, load } from './load'

/** A small evening over the real local cloud, with everything that can go wrong going wrong. */
let outcome: Load
beforeAll(async () => {
  outcome = await load({ members: 60, minutes: 2, faults: true, seed: 3, abreast: 4 })
}, 180_000)

test('every question is answered in the end', () => {
  expect(outcome.questions).toBeGreaterThan(500)
  expect(outcome.answered).toBe(outcome.questions)
})

test('what the books say is what those who asked were told, bill by bill, code by code, point by point', () => {
  expect(outcome.problems).toEqual([])
  expect(outcome.books).toMatchObject({ members: 60, bills: 60 })
})

test('things did go wrong', () => {
  const { calls, lostAnswers, sentTwice } = outcome.faults
  expect(Object.values(calls).reduce((sum, hits) => sum + hits, 0)).toBeGreaterThan(10)
  expect(sentTwice).toBeGreaterThan(0)
  expect(lostAnswers).toBeGreaterThan(0)
})

test('memory grows with the documents and with nothing else', () => {
  expect(outcome.memory).toMatchObject({ flat: true })
})
