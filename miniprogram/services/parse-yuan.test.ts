import { type AmountFault, parseYuan } from './parse-yuan'

test.each<[typed: string, fen: number]>([
  ['0.01', 1],
  ['0.5', 50],
  ['.5', 50],
  ['5.', 500],
  ['86.50', 8650],
  ['007', 700],
  ['1.1', 110],
  ['19.99', 1999],
  ['4.35', 435],
  ['１２３.５', 12350],
  ['８６．５０', 8650],
  ['86。5', 8650],
  [' 86.5 ', 8650],
  ['¥86.5', 8650],
  ['￥86.5元', 8650],
  ['200000', 20_000_000],
  ['199999.99', 19_999_999],
])('%j is %i fen', (typed, fen) => {
  expect(parseYuan(typed)).toEqual({ ok: true, fen })
})

test.each<[typed: string, fault: AmountFault]>([
  ['', 'EMPTY'],
  ['   ', 'EMPTY'],
  ['0', 'ZERO'],
  ['0.00', 'ZERO'],
  ['-1', 'NEGATIVE'],
  ['－1', 'NEGATIVE'],
  ['-0.01', 'NEGATIVE'],
  ['12.345', 'TOO_PRECISE'],
  ['12.340', 'TOO_PRECISE'],
  ['0.001', 'TOO_PRECISE'],
  ['200000.01', 'TOO_LARGE'],
  ['1000000000', 'TOO_LARGE'],
  ['9'.repeat(400), 'TOO_LARGE'],
  ['1e5', 'NOT_A_NUMBER'],
  ['1,280', 'NOT_A_NUMBER'],
  ['1.2.3', 'NOT_A_NUMBER'],
  ['.', 'NOT_A_NUMBER'],
  ['-', 'NOT_A_NUMBER'],
  ['+5', 'NOT_A_NUMBER'],
  ['0x10', 'NOT_A_NUMBER'],
  ['八十六', 'NOT_A_NUMBER'],
  ['Infinity', 'NOT_A_NUMBER'],
])('%j is refused as %s', (typed, fault) => {
  expect(parseYuan(typed)).toEqual({ ok: false, fault })
})
