import { kindOf, readCode } from './read-code'

test.each([
  ['ABCD EFGH JKMN PQRS', 'ABCDEFGHJKMNPQRS'],
  ['abcd-efgh-jkmn-pqrs', 'ABCDEFGHJKMNPQRS'],
  ['ＡＢＣＤ　１２３４', 'ABCD1234'],
  ['O0o0 I1l1', '00001111'],
  ['  7F3K  ', '7F3K'],
])('%j is the code %s', (typed, code) => {
  expect(readCode(typed)).toBe(code)
})

test.each(['https://example.com/x', 'HTR.7K2M.ABCDEFGHJKMNPQRS', '吃饭', 'b=lakeside&t=5'])(
  '%j is no typed code and stays as it is',
  (text) => {
    expect(readCode(` ${text} `)).toBe(text)
  },
)

test.each([
  ['HTM.7K2M.MABC.l1.SIG', 'member'],
  ['HTR.7K2M.ABCDEFGHJKMNPQRS', 'redemption'],
  ['b=lakeside&t=5', 'table'],
  ['pages/home/home?scene=b%3Dlakeside%26t%3D5', 'table'],
  ['ABCDEFGHJKMNPQRS', 'other'],
  ['', 'other'],
])('%j is a %s code', (text, kind) => {
  expect(kindOf(text)).toBe(kind)
})
