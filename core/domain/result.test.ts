import { accept, assert, refuse, refuseUntil } from './result'

test('a decision says what it is, or why it is refused, and until when where waiting helps', () => {
  expect(accept(7)).toEqual({ ok: true, value: 7 })
  expect(refuse('TOO_LATE')).toEqual({ ok: false, refusal: 'TOO_LATE' })
  expect(refuseUntil('TOO_SOON', '12:15')).toEqual({ ok: false, refusal: 'TOO_SOON', until: '12:15' })
})

test('a promise of our own that is broken is no answer: it is told with its words', () => {
  expect(() => assert(false, 'five is four')).toThrow('assertion failed: five is four')
  expect(() => assert(true, 'four is four')).not.toThrow()
})
