import { type Every, isDue } from './schedule'

const at = (time: string) => new Date(`2026-11-${time}+08:00`)

test.each<[Every, string | null, string, boolean]>([
  ['tick', '25T12:00:00', '25T12:00:00', true],
  [{ minutes: 10 }, null, '25T12:00:00', true],
  [{ minutes: 10 }, '25T12:00:00', '25T12:09:59', false],
  [{ minutes: 10 }, '25T12:09:59', '25T12:10:00', true],
  [{ minutes: 10 }, '26T12:00:00', '25T12:00:00', true],
  ['day', null, '25T12:00:00', true],
  ['tick', null, '25T12:00:00', true],
  ['day', '25T04:00:00', '26T03:59:59', false],
  ['day', '25T03:59:59', '25T04:00:00', true],
  ['day', '25T12:00:00', '30T12:00:00', true],
  ['day', '26T12:00:00', '25T12:00:00', true],
])('F7: a job of every %j, done at %s, is due at %s: %s', (every, doneAt, now, due) => {
  expect(isDue(every, doneAt === null ? null : at(doneAt).getTime(), at(now))).toBe(due)
})

test('F7: a job that was never done is due even by a clock that was never set', () => {
  expect(isDue({ minutes: 10 }, null, new Date(0))).toBe(true)
  expect(isDue('day', null, new Date(0))).toBe(true)
})
