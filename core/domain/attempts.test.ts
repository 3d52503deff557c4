import { isGuessing, isWrong, openAgainAt, sayOpen, windowOf } from './attempts'

test('F9: a code that was right once, or is right elsewhere, is no guess', () => {
  for (const right of ['CODE_USED', 'CODE_EXPIRED', 'CODE_OF_ANOTHER_BRANCH'])
    expect(isWrong('cashier.redeemCode', right)).toBe(false)
  expect(isWrong('cashier.redeemCode', 'CODE_NOT_FOUND')).toBe(true)
  expect(isWrong('cashier.acceptInvitation', 'INVITATION_USED')).toBe(false)
  expect(isWrong('cashier.acceptInvitation', 'INVITATION_NOT_FOUND')).toBe(true)
})

test('only what takes a code can be guessed at', () => {
  expect(['cashier.identify', 'cashier.settleBill', 'toString'].map(isGuessing)).toEqual([true, false, false])
})

test.each([
  ['2026-11-22T12:00:00+08:00', '2026-11-22T12:15:00+08:00'],
  ['2026-11-22T12:14:59+08:00', '2026-11-22T12:15:00+08:00'],
  ['2026-11-22T12:15:00+08:00', '2026-11-22T12:30:00+08:00'],
])('counted at %s, it is open again at %s', (at, open) => {
  expect(sayOpen(openAgainAt(new Date(at)))).toBe(open)
  expect(windowOf(new Date(at)) + 1).toBe(windowOf(new Date(open)))
})
