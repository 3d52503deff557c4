import { readBillNo } from './read-bill-no'

test.each([
  ['', ''],
  ['  20261121-0042 ', '20261121-0042'],
  ['Ａ１２', 'A12'],
  ['x'.repeat(64), 'x'.repeat(64)],
])('%j is the bill number %j', (typed, billNo) => {
  expect(readBillNo(typed)).toEqual({ ok: true, billNo })
})

test.each(['-1', 'a b', '单42', 'x'.repeat(65), '$gt'])('%j is no bill number', (typed) => {
  expect(readBillNo(typed).ok).toBe(false)
})
