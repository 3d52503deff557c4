import { mac16, normaliseCode, sameText } from './sign'

const secret = 'a secret of at least 32 characters'

test('RED-20: a code is sixteen letters and digits without I, L, O, U, the same for the same words', () => {
  const code = mac16(secret, 'redemption', 'M1', 'k1')
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
  expect(mac16(secret, 'redemption', 'M1', 'k1')).toBe(code)
})

test('another purpose, other words, words cut otherwise, or another secret make another code', () => {
  const codes = [
    mac16(secret, 'redemption', 'M1', 'k1'),
    mac16(secret, 'visit', 'M1', 'k1'),
    mac16(secret, 'redemption', 'M1', 'k2'),
    mac16(secret, 'redemption', 'M1k', '1'),
    mac16(`${secret}!`, 'redemption', 'M1', 'k1'),
  ]
  expect(new Set(codes).size).toBe(codes.length)
})

test('a short secret is refused', () => {
  expect(() => mac16('short', 'x')).toThrow('fewer than 32')
})

test('every place of a code takes every letter', () => {
  const places = Array.from({ length: 16 }, () => new Set<string>())
  for (let i = 0; i < 1500; i++)
    for (const [j, c] of [...mac16(secret, 'x', String(i))].entries()) places[j]?.add(c)
  expect(places.map((letters) => letters.size)).toEqual(Array.from({ length: 16 }, () => 32))
})

test.each([
  ['abcd', 'abcd', true],
  ['abcd', 'abce', false],
  ['abcd', 'abc', false],
  ['abcd', 'abc码', false],
  ['', '', true],
])('%j and %j are the same text: %s', (one, other, same) => {
  expect(sameText(one, other)).toBe(same)
})

test('a code is read as people type it', () => {
  expect(normaliseCode(' k7m9-o1li 2qrs tuvw')).toBe('K7M901112QRSTUVW')
})
