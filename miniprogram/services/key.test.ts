import { keepKey, newKey, uuidFrom } from './key'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const phone = (random: 'secure' | 'none' | 'broken') => {
  const getRandomValues = async () => {
    if (random === 'broken') throw new Error('getRandomValues:fail')
    return { randomValues: new Uint8Array(16).fill(0xff).buffer }
  }
  Object.assign(globalThis, { wx: { canIUse: () => random !== 'none', getRandomValues } })
}

beforeEach(() => {
  phone('none')
  jest.spyOn(console, 'warn').mockImplementation()
})

test.each([
  [0x00, '00000000-0000-4000-8000-000000000000'],
  [0xff, 'ffffffff-ffff-4fff-bfff-ffffffffffff'],
])('bytes of %d become the version 4 uuid %s', (byte, text) => {
  expect(uuidFrom(new Uint8Array(16).fill(byte))).toBe(text)
})

test('a phone with secure random numbers uses them', async () => {
  phone('secure')
  expect(await newKey()).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff')
})

test.each(['none', 'broken'] as const)('a phone with %s still makes different keys', async (random) => {
  phone(random)
  const keys = await Promise.all(Array.from({ length: 50 }, newKey))
  for (const key of keys) expect(key).toMatch(uuid)
  expect(new Set(keys).size).toBe(50)
})

test('the key stays while the form stays, even for two taps at once', async () => {
  const keeper = keepKey()
  const [first, second] = await Promise.all([
    keeper.keyFor({ reward: 'tea' }),
    keeper.keyFor({ reward: 'tea' }),
  ])
  expect(second).toBe(first)
  expect(await keeper.keyFor({ reward: 'tea' })).toBe(first)
})

test('a changed form gets a new key', async () => {
  const keeper = keepKey()
  const first = await keeper.keyFor({ reward: 'tea' })
  expect(await keeper.keyFor({ reward: 'soup' })).not.toBe(first)
})

test('a definite reply ends the key', async () => {
  const keeper = keepKey()
  const first = await keeper.keyFor({ reward: 'tea' })
  keeper.settle()
  expect(await keeper.keyFor({ reward: 'tea' })).not.toBe(first)
})
