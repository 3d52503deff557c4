import { randomUUID } from 'node:crypto'
import type { BranchId, MemberId } from '../../core/contract'
import { fen } from '../../core/domain/amounts'
import { recommended } from '../../core/domain/presets/recommended'
import { accept } from '../../core/domain/result'
import { billId, claimBill } from '../../core/store/bill-claim'
import type { Database, Kept } from '../../core/store/database'
import { settle } from '../../core/store/settle'
import { expectSound, joining, NOON, openStore, someMember } from './open-store'

let store: Awaited<ReturnType<typeof openStore>>
beforeAll(async () => {
  store = await openStore()
})
afterAll(() => store.close())

const JINGAN = { id: 'jingan' as BranchId, name: '静安店' }
const BILL = 'B0'
/** As of a till: the number of an order is its key. */
const KEY = `bill.${billId(JINGAN.id, BILL)}`
const ownerOf = (member: MemberId, yuan: number) => ({
  branch: JINGAN.id,
  billNo: BILL,
  key: KEY,
  member,
  fingerprint: `${member} ${yuan}`,
})

/** What a till's order does. */
function ordering(kept: Kept, member: MemberId, yuan: number) {
  const beside = async () => {
    const claimed = await claimBill(kept, ownerOf(member, yuan))
    return claimed.ok ? accept({ program: recommended }) : claimed
  }
  const command = { procedure: 'pos.settleOrder', key: KEY, member, input: { yuan }, beside }
  return settle(kept, command, { branch: JINGAN, amount: fen(yuan * 100), bill: BILL, day: null })
}

/** The same database, in which something happens whenever the claim of a bill has been read. */
const afterReadingClaim = (db: Database, happens: () => Promise<unknown>): Database => ({
  ...db,
  collection: (name) => {
    const real = db.collection(name)
    if (name !== 'bills') return real
    const doc: typeof real.doc = (id) => ({
      ...real.doc(id),
      get: async () => {
        const read = await real.doc(id).get()
        await happens()
        return read
      },
    })
    return { ...real, doc }
  },
})

test('I5: an order that died and is sent again settles nothing when another under its number was settled for another guest meanwhile', async () => {
  const [one, other] = [someMember(), someMember()]
  for (const member of [one, other]) await joining(store.kept, randomUUID(), member)
  const before = { ...store.kept, now: new Date(NOON.getTime() - 11 * 60_000) }
  expect((await claimBill(before, ownerOf(one, 75))).ok).toBe(true)

  let meanwhile: Awaited<ReturnType<typeof ordering>> | undefined
  const db = afterReadingClaim(store.db, async () => {
    meanwhile ??= await ordering(store.kept, other, 63)
  })
  const again = await ordering({ ...store.kept, db }, one, 75)

  expect(meanwhile).toMatchObject({ ok: true, value: { settled: { amount: 6300 } } })
  expect(again).toEqual({ ok: false, refusal: 'KEY_REUSED' })
  const bills = async (member: MemberId) =>
    (await expectSound(store.db, member)).lines.filter(({ entry }) => entry.type === 'BillSettled').length
  expect([await bills(one), await bills(other)]).toEqual([0, 1])
})
