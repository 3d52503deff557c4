import * as fc from 'fast-check'
import { ALARM_TITLES } from './alarm-titles'
import { thing, time } from './fields'
import { TEMPLATES } from './templates'

test.each([
  ['短', '短'],
  ['字'.repeat(20), '字'.repeat(20)],
  ['字'.repeat(21), `${'字'.repeat(19)}…`],
  [`${'字'.repeat(18)}🍜🍜`, `${'字'.repeat(18)}…`],
  ['两\n行', '两 行'],
  ['两\n\n行', '两 行'],
  [`🍜${'字'.repeat(19)}`, `🍜${'字'.repeat(17)}…`],
  ['  ', '—'],
  ['', '—'],
])('%j becomes %j', (words, value) => {
  expect(thing(words)).toEqual({ value })
})

test('whatever is said, a thing has 1 to 20 characters, no line ends and no half ones', () => {
  void fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (words) => {
      const { value } = thing(words)
      expect(value.length).toBeGreaterThan(0)
      expect(value.length).toBeLessThanOrEqual(20)
      expect(value).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]|[\uD800-\uDBFF]$/u)
    }),
  )
})

test('a moment is told by Shanghai’s clock', () => {
  expect(time(new Date('2026-11-21T23:05:59Z'))).toEqual({ value: '2026年11月22日 07:05' })
})

test.each(Object.entries(ALARM_TITLES))('%s fits its field whole, however many there are', (_kind, title) => {
  const words = (alarms: number) => TEMPLATES.alarm({ title, alarms, at: new Date(0) }).data.thing1?.value
  expect(words(100)).toBe(`${title}等100件`)
  expect(words(1)).toBe(title)
})
