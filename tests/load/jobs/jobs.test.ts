import { type JobsLoad, loadJobs } from './load-jobs'

/** A small house, a fortnight over the end of the year, and a timer that is killed twenty times as often. */
let outcome: JobsLoad
beforeAll(async () => {
  outcome = await loadJobs({ members: 200, days: 13, seed: 2, rough: 20 })
}, 180_000)

test('I9, EXP-03: every account is what its life comes to, and each reminder came once, on its day', () => {
  expect(outcome.problems).toEqual([])
  expect(outcome.books.expired).toBeGreaterThan(0)
  expect(outcome.books.reminders).toBeGreaterThan(50)
})

test('F1: the timer was killed in the middle of it', () => {
  expect(outcome.killed).toBeGreaterThan(3)
})
