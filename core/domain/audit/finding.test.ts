import type { MemberId } from '../../contract'
import { finding } from './finding'

const member = 'M0000000000000001' as MemberId

test('what is not said is null, and what it is about stays as it is', () => {
  expect(finding('CODE_MISSING', member, 'x')).toEqual({
    kind: 'CODE_MISSING',
    id: 'x',
    member,
    subject: null,
    expected: null,
    found: null,
  })
  const about = { subject: 'A-1', expected: 1, found: 0, occasion: '2026-11-21' }
  expect(finding('BILL_TWICE', null, 'x', about)).toEqual({
    kind: 'BILL_TWICE',
    id: 'x',
    member: null,
    ...about,
  })
})

test.each([
  [0, 0],
  [-3.5, -3.5],
  [Number.NaN, null],
  [Number.POSITIVE_INFINITY, null],
  ['12', null],
  [12n, null],
  [{ $gt: 0 }, null],
  [null, null],
])('F8: of %p that was found, %p is told', (found, told) => {
  const about = { found: found as number, expected: found as number }
  expect(finding('IMPOSSIBLE_NUMBER', member, 'x', about)).toMatchObject({ found: told, expected: told })
})
