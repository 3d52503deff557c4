import { awakeAt, isQuiet, nextMorning } from './quiet-hours'

const at = (time: string) => new Date(`2026-11-${time}+08:00`)

test.each([
  ['22T07:59:59', true, '22T08:00:00', '22T08:00:00'],
  ['22T08:00:00', false, '22T08:00:00', '23T08:00:00'],
  ['22T21:59:59', false, '22T21:59:59', '23T08:00:00'],
  ['22T22:00:00', true, '23T08:00:00', '23T08:00:00'],
  ['22T23:59:59', true, '23T08:00:00', '23T08:00:00'],
  ['23T00:00:00', true, '23T08:00:00', '23T08:00:00'],
])(
  'OPS-01: at %s it is quiet: %s; people are awake at %s, and it is morning at %s',
  (now, quiet, awake, morning) => {
    expect(isQuiet(at(now))).toBe(quiet)
    expect(awakeAt(at(now))).toBe(at(awake).getTime())
    expect(nextMorning(at(now))).toBe(at(morning).getTime())
  },
)
