import { readTimes, readWhole, readWholes, readYuan, typeTimes, typeYuan } from './read-number'

test.each([
  ['1', 10_000],
  ['1.2', 12_000],
  ['×1.2', 12_000],
  ['1.15倍', 11_500],
  ['１．５', 15_000],
  ['2。5', 25_000],
  ['1.0001', 10_001],
  ['0', 0],
  ['100', 1_000_000],
])('%j times is %i basis points, and no float is on the way', (typed, bp) => {
  expect(readTimes(typed)).toEqual({ ok: true, value: bp })
})

test.each(['', '-1', '1.23456', '100.1', '1e2', '一倍', '.5'])('%j times is not understood', (typed) => {
  expect(readTimes(typed)).toMatchObject({ ok: false })
})

test('what is typed for a number is read as that number', () => {
  for (const bp of [0, 1, 5_000, 10_000, 10_010, 12_000, 20_000, 1_000_000])
    expect(readTimes(typeTimes(bp))).toEqual({ ok: true, value: bp })
  for (const fen of [0, 1, 10, 100, 8_650, 20_000, 19_999_999])
    expect(readYuan(typeYuan(fen))).toEqual({ ok: true, value: fen })
})

test.each([
  ['7', { ok: true, value: 7 }],
  ['０９', { ok: true, value: 9 }],
  ['91', { ok: false, words: '请填 1 到 90 之间的整数' }],
  ['1.5', { ok: false, words: '请填整数' }],
  ['', { ok: false, words: '请填整数' }],
  ['-1', { ok: false, words: '请填整数' }],
])('a whole number from 1 to 90: %j', (typed, read) => {
  expect(readWhole(typed, 1, 90)).toEqual(read)
})

test('no yuan are an amount where nothing may be asked for, and none where something must', () => {
  expect(readYuan('0')).toEqual({ ok: true, value: 0 })
  expect(readYuan('0', 1)).toMatchObject({ ok: false })
  expect(readYuan('')).toEqual({ ok: false, words: '请填金额' })
  expect(readYuan('86.555')).toMatchObject({ ok: false })
})

test.each([
  ['1、3、5', { ok: true, value: [1, 3, 5] }],
  ['5, 1 3，3', { ok: true, value: [1, 3, 5] }],
  ['', { ok: false, words: '至少填一个数' }],
  ['1、32', { ok: false, words: '请填 1 到 31 之间的整数' }],
  ['1-5', { ok: false, words: '请填整数' }],
])('several numbers: %j', (typed, read) => {
  expect(readWholes(typed, 1, 31)).toEqual(read)
})
