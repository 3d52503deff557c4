import { groupCode, readCode } from './read-code'

test.each([
  ['ABCD EFGH JKMN PQRS', 'ABCDEFGHJKMNPQRS'],
  ['abcd-efgh-jkmn-pqrs', 'ABCDEFGHJKMNPQRS'],
  ['ＡＢＣＤ　１２３４', 'ABCD1234'],
  ['O0o0 I1l1', '00001111'],
  ['  7F3K  ', '7F3K'],
])('%j is the code %s', (typed, code) => {
  expect(readCode(typed)).toBe(code)
})

test.each(['https://example.com/x', 'r1:ABCD.sig', '吃饭', 'b=lakeside&t=5'])(
  '%j is no typed code and stays as it is',
  (text) => {
    expect(readCode(` ${text} `)).toBe(text)
  },
)

test('a code is read in groups of four', () => {
  expect(groupCode('ABCDEFGHJKMNPQRS')).toBe('ABCD EFGH JKMN PQRS')
  expect(groupCode('ABCDE')).toBe('ABCD E')
  expect(groupCode('')).toBe('')
})
