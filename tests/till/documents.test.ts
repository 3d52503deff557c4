import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { TILL_STATUS, TillRefusal } from '../../core/contract/pos'
import { instantOf } from '../../core/domain/calendar'
import { openProduct, type Product } from '../open-product'
import { orderSchema, SCHEMA_FILE } from './order-schema'

const docs = join(__dirname, '../../docs')
const manual = readFileSync(join(docs, 'till.md'), 'utf8')

test('the schema in docs is the one the function checks', () => {
  expect(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'))).toEqual(orderSchema())
})

test.each([...TillRefusal.options, ...Object.keys(TILL_STATUS)])('the manual explains %s', (refusal) => {
  expect(manual).toContain(`\`${refusal}\``)
})

describe('the client of the manual', () => {
  let product: Product
  beforeAll(async () => {
    product = await openProduct()
  })
  afterAll(() => product.close())

  /** Run as its reader would: a program of his own that imports the file. */
  const run = async (till: object, orders: object[]): Promise<unknown> => {
    const client = JSON.stringify(join(docs, 'till-client.mjs'))
    const program = `import { sendOrders } from ${client}
      const say = (value) => console.log(JSON.stringify(value))
      await sendOrders(${JSON.stringify(till)}, ${JSON.stringify(orders)}).then(say, (error) => say(error.message))`
    const { stdout } = await promisify(execFile)('node', ['--input-type=module', '-e', program])
    return JSON.parse(stdout)
  }
  const tillOf = async () => {
    const [branch] = await product.branches()
    return { url: `${product.cloud.url}/http/pos/orders`, branch: branch?._id, key: branch?.tillKey }
  }
  const paid = (order_id: string, more = {}) => ({
    order_id,
    paid_at: instantOf(new Date()),
    amount_fen: 4200,
    ...more,
  })

  test('sends orders and hands back their results', async () => {
    const key = '6f1c2d3e-4b5a-4c6d-8e7f-0a1b2c3d4e5f'
    const { member } = await product.told('manual-reader', 'member', 'join', { key })
    expect(
      await run(await tillOf(), [paid('M-1', { member }), paid('M-2'), paid('M-3', { member: 'x' })]),
    ).toEqual([
      { order_id: 'M-1', ok: true, points: 142, balance: 242 },
      { order_id: 'M-2', ok: true, points: 0, balance: null },
      { order_id: 'M-3', ok: false, refusal: 'CODE_NOT_UNDERSTOOD' },
    ])
  })

  test('says so when it is not believed', async () => {
    expect(await run({ ...(await tillOf()), key: 'wrong' }, [paid('M-4')])).toBe('orders not taken: 401')
  })

  test('is as short as it says', () => {
    const lines = readFileSync(join(docs, 'till-client.mjs'), 'utf8').trim().split('\n')
    expect(lines.length).toBeLessThanOrEqual(22)
  })
})
