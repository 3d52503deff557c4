import fc from 'fast-check'
import { lookUpHash, readSeals, seal, sealedUnder, unseal } from './seal'

const keyOf = (byte: number) => Buffer.alloc(32, byte).toString('base64')
const first = readSeals(`1:${keyOf(1)}`)
const rotated = readSeals(`2:${keyOf(2)}, 1:${keyOf(1)}`)
const later = readSeals(`2:${keyOf(2)}`)
const ann = { owner: 'M1', purpose: 'phone' }
const number = '13800001234'

const errorOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    return (error as Error).message.replace('assertion failed: ', '')
  }
  return 'no error'
}

test('what is sealed for an owner opens for him, whatever it is', () => {
  const text = fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(text, fc.string(), fc.string(), (secret, owner, purpose) => {
      expect(unseal(first, { owner, purpose }, seal(first, { owner, purpose }, secret))).toBe(secret)
    }),
  )
})

test('the same secret is sealed differently every time, and is not to be seen', () => {
  const sealed = Array.from({ length: 50 }, () => seal(first, ann, number))
  expect(new Set(sealed).size).toBe(50)
  for (const text of sealed) expect(Buffer.from(text, 'base64url').includes(number)).toBe(false)
})

test('with any one letter of it changed, cut or added it does not open', () => {
  const sealed = seal(rotated, ann, number)
  for (let i = 0; i < sealed.length; i++) {
    const other = sealed[i] === 'A' ? 'B' : 'A'
    expect(() => unseal(rotated, ann, sealed.slice(0, i) + other + sealed.slice(i + 1))).toThrow()
    expect(() => unseal(rotated, ann, sealed.slice(0, i) + sealed.slice(i + 1))).toThrow()
    expect(() => unseal(rotated, ann, sealed.slice(0, i))).toThrow()
  }
  expect(() => unseal(rotated, ann, `${sealed}A`)).toThrow()
})

test('with any one bit of it turned it does not open', () => {
  const [id = '', text = ''] = seal(first, ann, number).split('.')
  const bytes = Buffer.from(text, 'base64url')
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const turned = Buffer.from(bytes)
    turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(() => unseal(first, ann, `${id}.${turned.toString('base64url')}`)).toThrow()
  }
})

test.each([
  ['another member', { owner: 'M2', purpose: 'phone' }],
  ['another purpose', { owner: 'M1', purpose: 'address' }],
  ['owner and purpose cut otherwise', { owner: '1', purpose: 'phoneM' }],
])('moved to %s it does not open', (_, other) => {
  const sealed = seal(first, ann, number)
  expect(() => unseal(first, other, sealed)).toThrow()
})

test('after a rotation the old key still opens and the new one seals', () => {
  const old = seal(first, ann, number)
  const fresh = seal(rotated, ann, number)
  expect([sealedUnder(old), sealedUnder(fresh)]).toEqual(['1', '2'])
  expect(unseal(rotated, ann, old)).toBe(number)
  expect(unseal(later, ann, fresh)).toBe(number)
})

test('a key that is not there is named by its id, and nothing else is told', () => {
  const old = seal(first, ann, number)
  expect(errorOf(() => unseal(later, ann, old))).toBe('there is no seal key 1')
})

test.each([['13800001234'], ['1.'], ['1.AAAA'], [''], ['1.13800001234!'], ['138.00001234']])(
  '%j was never sealed, and no error repeats it',
  (text) => {
    const message = errorOf(() => unseal(first, ann, text))
    expect(message).toMatch(/^(this is no sealed text|there is no seal key 138)$/)
  },
)

test.each([
  ['', 'key 1 of HUITOUKE_SEAL_KEYS is not "<id>:<base64>"'],
  ['1', 'key 1 of HUITOUKE_SEAL_KEYS is not "<id>:<base64>"'],
  [`1:${keyOf(1)},`, 'key 2 of HUITOUKE_SEAL_KEYS is not "<id>:<base64>"'],
  [`1:${keyOf(1)},2:c2hvcnQ=`, 'key 2 of HUITOUKE_SEAL_KEYS has 5 bytes instead of 32'],
  [`KEY:${keyOf(1)}`, 'key 1 of HUITOUKE_SEAL_KEYS is not "<id>:<base64>"'],
  [`1:${keyOf(1)},1:${keyOf(2)}`, 'HUITOUKE_SEAL_KEYS names one key id twice'],
])('keys written as %j are refused with a word about the place only', (text, message) => {
  expect(errorOf(() => readSeals(text))).toBe(message)
})

test('a look-up hash is the same for the same number, and another for another purpose or secret', () => {
  const secret = 'a secret of at least 32 characters'
  const hashes = [
    lookUpHash(secret, 'phone', number),
    lookUpHash(secret, 'phone', '13800001235'),
    lookUpHash(secret, 'address', number),
    lookUpHash(`${secret}!`, 'phone', number),
  ]
  expect(new Set(hashes).size).toBe(hashes.length)
  expect(lookUpHash(secret, 'phone', number)).toBe(hashes[0])
})
