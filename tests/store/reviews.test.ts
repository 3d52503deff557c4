import { randomUUID } from 'node:crypto'
import type { BranchId, Fen, MemberId, Program } from '../../core/contract'
import { balanceOf } from '../../core/domain/account'
import { fen, points } from '../../core/domain/amounts'
import { noRoute } from '../../core/domain/presets/no-route'
import { recommended } from '../../core/domain/presets/recommended'
import { accept } from '../../core/domain/result'
import { placesOf } from '../../core/domain/reviews'
import { adjust } from '../../core/store/adjust'
import { readOne } from '../../core/store/database'
import { decideProposal } from '../../core/store/decide-proposal'
import { decideReview } from '../../core/store/decide-review'
import type { Member } from '../../core/store/member'
import { sweepOutboxes } from '../../core/store/outbox'
import { type KeptAdjustment, readOpenProposals, readProposal } from '../../core/store/proposals'
import { countReviews, readReviews } from '../../core/store/reviews'
import { settle } from '../../core/store/settle'
import type { Staff } from '../../core/store/staff'
import { manager } from './audit-house'
import { Killed, killedAt } from './killed-at'
import { joining, openStore, someMember } from './open-store'

type Store = Awaited<ReturnType<typeof openStore>>
let store: Store
beforeAll(async () => {
  store = await openStore()
})
afterAll(() => store.close())

const program: Program = {
  ...recommended,
  earn: { ...recommended.earn, firstOrder: null },
  caps: { ...recommended.caps, spend: { points: points(100), over: 'review' } },
}
const kept = () => ({ ...store.kept, program: async () => program })
const jingan = { id: 'jingan' as BranchId, name: '静安店' }
const [mia, ben, clerk] = [manager('mia'), manager('ben'), manager('oto')]
const elsewhere: Staff = { ...manager('eva'), branch: 'xuhui' as BranchId }
const memberOf = async (id: MemberId) => (await readOne<Member>(store.db, 'members', id)) as Member
const balance = async (id: MemberId) => balanceOf((await memberOf(id)).account)

/** A guest with 100 points from joining, 100 from a bill of 300 yuan, and 200 that wait. */
async function overTheCap(by: Staff = clerk): Promise<MemberId> {
  const id = someMember()
  await joining(store.kept, randomUUID(), id)
  const key = randomUUID()
  const command = {
    procedure: 'cashier.settleBill',
    key,
    member: id,
    input: {},
    beside: async () => accept({ program }),
    by: () => ({ staff: by, member: id, subject: null }),
  }
  await settle(kept(), command, { branch: jingan, amount: fen(30_000) as Fen, bill: key, day: null })
  return id
}
const verdict = (member: MemberId, approve = true, note = '核对过') => ({
  member,
  pending: 'wait-1',
  approve,
  note,
})

test('CAP-02: what is beyond the cap is no balance, stands in the queue of its branch, and comes when it is approved', async () => {
  const id = await overTheCap()
  const queued = async (staff: Staff) =>
    (await readReviews(store.db, placesOf(staff))).some(({ _id }) => _id === id)
  expect(await balance(id)).toBe(200)
  expect([await queued(mia), await queued(elsewhere)]).toEqual([true, false])
  expect(await countReviews(store.db, placesOf(mia))).toBeGreaterThan(0)
  expect(await decideReview(kept(), verdict(id), mia)).toEqual({ ok: true, value: { approved: true } })
  expect(await balance(id)).toBe(400)
  expect(await queued(mia)).toBe(false)
})

test('CAP-02, C-26: points that are let through lift him to the tier they reach, at once', async () => {
  const id = await overTheCap()
  const [silver, gold] = program.tiers.map((tier) => ({ ...tier, reach: noRoute }))
  if (silver === undefined || gold === undefined) throw new Error('there are two tiers')
  const byPoints = { ...program, tiers: [silver, { ...gold, reach: { ...noRoute, points: points(300) } }] }
  await decideReview({ ...kept(), program: async () => byPoints }, verdict(id), mia)
  const { account, latest } = await memberOf(id)
  expect(account.tier).toBe('gold')
  expect(latest.map(({ entry }) => entry.type)).toContain('TierChanged')
})

test('CAP-02: what is rejected never comes, and the member reads why', async () => {
  const id = await overTheCap()
  await decideReview(kept(), verdict(id, false, '查不到这笔消费'), mia)
  const { latest, account } = await memberOf(id)
  expect(latest[0]?.entry).toMatchObject({ type: 'PendingForfeited', points: 200, reason: '查不到这笔消费' })
  expect([balanceOf(account), account.pending]).toEqual([200, []])
})

test('of two managers who decide otherwise one is told, whoever was first; asked again each hears the same', async () => {
  const id = await overTheCap()
  expect(await decideReview(kept(), verdict(id), mia)).toMatchObject({ ok: true })
  expect(await decideReview(kept(), verdict(id, false), ben)).toEqual({
    ok: false,
    refusal: 'REVIEW_ALREADY_DECIDED',
  })
  expect(await decideReview(kept(), verdict(id), mia)).toMatchObject({ ok: true })
  expect(await balance(id)).toBe(400)
})

test('SEC-03: nobody decides about his own points, about a bill he settled, or for another branch; it stays open', async () => {
  const id = await overTheCap(ben)
  const own: Staff = { ...mia, _id: id }
  expect(await decideReview(kept(), verdict(id), own)).toMatchObject({ refusal: 'OWN_ACCOUNT' })
  expect(await decideReview(kept(), verdict(id), ben)).toMatchObject({ refusal: 'CREDITOR_CANNOT_APPROVE' })
  expect(await decideReview(kept(), verdict(id), elsewhere)).toMatchObject({ refusal: 'ANOTHER_BRANCH' })
  expect(await decideReview(kept(), verdict(id), mia)).toMatchObject({ ok: true })
})

test('asked too early, about what does not wait yet, nothing is decided for later', async () => {
  const id = someMember()
  await joining(store.kept, randomUUID(), id)
  expect(await decideReview(kept(), verdict(id), mia)).toMatchObject({ refusal: 'REVIEW_NOT_FOUND' })
  expect(await readOne(store.db, 'operations', `review.${id}.wait-1`)).toBeNull()
})

const give = (size: number, member: MemberId, key: string = randomUUID()) => ({
  key,
  member,
  direction: 'give' as const,
  points: points(size),
  reason: 'APOLOGY' as const,
  note: '上菜慢了',
})
const proposalOf = async (key: string) => (await readProposal(store.db, key)) as KeptAdjustment

test('SEC-03: up to his limit a manager gives at once, beyond it somebody else approves, and not he himself', async () => {
  const id = someMember()
  await joining(store.kept, randomUUID(), id)
  expect(await adjust(kept(), give(500, id), mia)).toEqual({
    ok: true,
    value: { outcome: 'adjusted', balance: 600 },
  })
  const larger = give(501, id)
  expect(await adjust(kept(), larger, mia)).toMatchObject({ value: { outcome: 'proposed', balance: 600 } })
  expect(await adjust(kept(), larger, mia)).toMatchObject({ value: { outcome: 'proposed' } })
  const proposal = await proposalOf(larger.key)
  expect((await readOpenProposals(store.db)).filter(({ _id }) => _id === larger.key)).toHaveLength(1)
  expect(await decideProposal(kept(), proposal, true, mia)).toMatchObject({
    refusal: 'PROPOSER_CANNOT_APPROVE',
  })
  expect(await decideProposal(kept(), proposal, true, { ...ben, _id: id })).toMatchObject({
    refusal: 'OWN_ACCOUNT',
  })
  expect(await decideProposal(kept(), proposal, true, ben)).toMatchObject({ ok: true })
  expect(await balance(id)).toBe(1101)
  expect(await proposalOf(larger.key)).toMatchObject({ status: 'approved', decided: { by: 'ben' } })
})

test('SEC-03: nobody gives himself a point alone', async () => {
  const id = someMember()
  await joining(store.kept, randomUUID(), id)
  const own = { ...mia, _id: id }
  expect(await adjust(kept(), give(1, id), own)).toMatchObject({
    value: { outcome: 'proposed', balance: 100 },
  })
})

test('what cannot be taken any more when it is approved is outdated, and nothing is taken', async () => {
  const id = someMember()
  await joining(store.kept, randomUUID(), id)
  await adjust(kept(), give(500, id), mia)
  const large = { ...give(600, id), direction: 'take' as const }
  expect(await adjust(kept(), large, mia)).toMatchObject({ value: { outcome: 'proposed' } })
  await adjust(kept(), { ...give(1, id), direction: 'take' as const }, ben)
  const proposal = await proposalOf(large.key)
  expect(await decideProposal(kept(), proposal, true, ben)).toMatchObject({ refusal: 'PROPOSAL_OUTDATED' })
  expect([await balance(id), (await proposalOf(large.key)).status]).toEqual([599, 'outdated'])
})

test('F1: an adjustment killed at any call and made again is proposed once, and approved once', async () => {
  for (const when of ['before', 'after'] as const)
    for (let call = 1, died = true; died; call++) {
      const id = someMember()
      await joining(store.kept, randomUUID(), id)
      const large = give(700, id)
      const dying = killedAt(store.db, call, when)
      const dead = { ...kept(), db: dying.db }
      await adjust(dead, large, mia).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error
      })
      died = dying.wasKilled()
      expect(await adjust(kept(), large, mia)).toMatchObject({ value: { outcome: 'proposed' } })
      const later = { ...kept(), now: new Date(store.kept.now.getTime() + 60_000) }
      while ((await sweepOutboxes(later)).more);
      await decideProposal(kept(), await proposalOf(large.key), true, ben)
      expect(await balance(id)).toBe(800)
    }
})
