import { sayCode, saysCode } from './say-code'

const failureOf = (error: unknown): Promise<unknown> =>
  sayCode(async () => {
    throw error
  }).catch((failed: unknown) => failed)

test('what fails with a code is told as it is', async () => {
  const error = Object.assign(new Error('line cut'), { code: 'ECONNRESET' })
  expect(await failureOf(error)).toBe(error)
})

test.each([
  [new SyntaxError("Unexpected token '<'")],
  [Object.assign(new Error('no'), { code: 503 })],
  ['a word'],
  [null],
])('F8: what fails without a code (%p) gets one, and says what it was', async (error) => {
  const failed = await failureOf(error)
  expect(saysCode(failed)).toBe(true)
  expect(failed).toMatchObject({ message: `no answer of the database: ${error}`, cause: error })
})
