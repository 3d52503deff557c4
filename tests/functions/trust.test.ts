import { randomUUID } from 'node:crypto'
import { type Contract, contract, type Procedure, type RequestOf } from '../../core/contract'
import { recommended } from '../../core/domain/presets/recommended'
import { CASHIER, MANAGER, OWNER, openProduct, type Product } from '../open-product'

let product: Product
beforeAll(async () => {
  product = await openProduct()
})
afterAll(() => product.close())

type Samples<N extends keyof Contract> = {
  [P in keyof Contract[N]]: Contract[N][P] extends Procedure ? RequestOf<Contract[N][P]> : never
}

const key = randomUUID()
const code = 'HTR.0000.0000000000000000'
const { version: _version, validFrom: _from, ...terms } = recommended
const visit = 'M0000000000000000.jingan.zzzzzzzz.0000000000000000'

/** One good question for every procedure of staff; a new procedure fails the build until it has one. */
const cashier: Samples<'cashier'> = {
  desk: {},
  acceptInvitation: { code },
  identify: { key, code },
  guestsAtTable: { table: '5' },
  findByPhone: { phone: '13800000000' },
  previewBill: { visit, amount: 100 },
  settleBill: { key, visit, amount: 100, billNo: 'trust-1' },
  findBills: { billNo: 'trust-1' },
  previewReversal: { bill: key, amount: 100 },
  reverseBill: { key, bill: key, amount: 100, reason: '退菜' },
  inspectCode: { code },
  redeemCode: { key, code },
  reverseClaim: { key, code, reason: '今天卖完了' },
}
const manager: Samples<'manager'> = {
  team: {},
  inviteStaff: { key, name: '小王', role: 'manager', branch: 'jingan' },
  revokeStaff: { staff: 'M0000000000000000' },
  trail: {},
  alarms: {},
  allowMessages: { key, template: 'alarm' },
  tellings: {},
  health: {},
  acknowledgeAlarm: { alarm: 'ACCOUNT_DIFFERS.M0000000000000000' },
  proposals: {},
  decideProposal: { key, proposal: 'M0000000000000000.1', approve: true },
  answers: {},
  reviews: {},
  credits: { days: 30 },
  decideReview: { key, member: 'M0000000000000000', pending: 'wait-1', approve: true, note: '核对过' },
  member: { member: 'M0000000000000000' },
  adjust: {
    key,
    member: 'M0000000000000000',
    direction: 'give',
    points: 10,
    reason: 'OTHER',
    note: '补上',
  },
  barred: {},
  bar: { key, member: 'M0000000000000000', reason: 'OTHER', note: '核对过', days: 30 },
  liftBar: { key, member: 'M0000000000000000', note: '核对过' },
  program: {},
  presets: {},
  lintProgram: { terms, validFrom: '2099-01-01' },
  previewProgram: { terms, member: null, day: '2099-01-01', branch: 'jingan', amount: 100 },
  saveDraft: { revision: 0, terms },
  publishProgram: { key, revision: 1, validFrom: '2099-01-01' },
}
const asked = Object.entries({ cashier, manager }).flatMap(([name, samples]) =>
  Object.entries(samples).map(([procedure, input]): [string, string, object] => [name, procedure, input]),
)
const audienceOf = (name: string, procedure: string) =>
  (contract as Record<string, Record<string, Procedure>>)[name]?.[procedure]?.audience

test.each(asked.filter(([name, procedure]) => audienceOf(name, procedure) !== 'diner'))(
  'SEC-03: a stranger who asks %s.%s is refused',
  async (name, procedure, input) => {
    const reply = await product.cloud.invoke(name, { procedure, input }, { openid: 'stranger' })
    // A visit that is not his own is said to be over before it is looked up who he is.
    expect([
      { ok: false, refusal: 'FORBIDDEN' },
      { ok: false, refusal: 'VISIT_EXPIRED' },
    ]).toContainEqual(reply)
  },
)

const isOffice = (name: string, procedure: string) => audienceOf(name, procedure) === 'manager'

test.each(asked.filter(([name, procedure]) => audienceOf(name, procedure) !== 'diner'))(
  'SEC-03: %s.%s is for clerks only at the counter, for managers and admins everywhere',
  async (name, procedure, input) => {
    const forbidden = { ok: false, refusal: 'FORBIDDEN' }
    for (const openid of [CASHIER, MANAGER, OWNER]) {
      const reply = await product.cloud.invoke(name, { procedure, input }, { openid })
      if (openid === CASHIER && isOffice(name, procedure)) expect(reply).toEqual(forbidden)
      else expect(reply).not.toEqual(forbidden)
    }
  },
)

test('F9: a phone cannot run the jobs; the timer can', async () => {
  const tick = { Type: 'Timer', TriggerName: 'tick' }
  const refused = { ok: false, refusal: 'FORBIDDEN' }
  expect(await product.cloud.invoke('jobs', tick, { openid: 'somebody' })).toEqual(refused)
  expect(await product.cloud.invoke('jobs', tick)).toMatchObject({
    ok: true,
    time: 0,
    swept: 0,
    stock: 0,
    audited: 0,
  })
})

test('F9: a phone cannot speak as a till without its key', async () => {
  const forged = { path: '/pos/orders', httpMethod: 'POST', headers: { 'x-branch': 'jingan' }, body: '{}' }
  expect(await product.cloud.invoke('pos', forged, { openid: 'somebody' })).toMatchObject({ statusCode: 400 })
})
