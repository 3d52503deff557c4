import { randomUUID } from 'node:crypto'
import type { LedgerLine, MemberId } from '../../core/contract'
import { readOne } from '../../core/store/database'
import { decideProposal, sweepProposals } from '../../core/store/decide-proposal'
import { type KeptCorrection, propose } from '../../core/store/proposals'
import { type AuditHouse, manager, openAuditHouse } from './audit-house'
import { Killed, killedAt } from './killed-at'
import { settling } from './open-store'

let house: AuditHouse
beforeAll(async () => {
  house = await openAuditHouse()
})
afterAll(() => house.close())
beforeEach(() => house.forget())

const TOO_MUCH = [{ expiresOn: '2027-11-21', left: 1_141 }]
const readBack = async (id: string) =>
  (await readOne<KeptCorrection>(house.db, 'proposals', id)) as KeptCorrection
/** A guest of 141 points whose account shows 1141. */
async function spoiled() {
  const { id } = await house.guest()
  await house.sweep()
  await house.spoil('members', id, { 'account.lots': TOO_MUCH })
  await house.audit()
  return id
}
const lastLine = async (id: string) => (await house.memberOf(id)).latest[0] as LedgerLine

/** What a person approves puts the books right: the next audit finds nothing. */
const repairs: [string, (id: MemberId) => Promise<unknown>, object, number][] = [
  [
    'points came from nowhere',
    (id) => house.spoil('members', id, { 'account.lots': TOO_MUCH }),
    { reason: 'ACCOUNT_DIFFERED', shown: 1_141 },
    141,
  ],
  [
    'points disappeared',
    (id) => house.spoil('members', id, { 'account.lots': [] }),
    { reason: 'ACCOUNT_DIFFERED', shown: 0 },
    141,
  ],
  [
    'CAMP-09: stamps came from nowhere',
    (id) => house.spoil('members', id, { 'account.stamps': 9 }),
    { reason: 'ACCOUNT_DIFFERED', shown: 141 },
    141,
  ],
  [
    'points came from nowhere and he dined since',
    async (id) => {
      await house.spoil('members', id, { 'account.lots': TOO_MUCH })
      await settling(house.kept, randomUUID(), id, 1000)
      await house.sweep()
    },
    { reason: 'ACCOUNT_DIFFERED', shown: 1_151, running: 1_151 },
    151,
  ],
  [
    'a lot is negative',
    (id) => house.spoil('members', id, { 'account.lots': [{ expiresOn: '2027-11-21', left: -5 }] }),
    { reason: 'ACCOUNT_DIFFERED', shown: -5 },
    141,
  ],
  [
    'a lot is no number',
    (id) => house.spoil('members', id, { 'account.lots': [{ expiresOn: '2027-11-21', left: 'many' }] }),
    { reason: 'ACCOUNT_DIFFERED', shown: null },
    141,
  ],
  [
    'the tier was given away',
    (id) => house.spoil('members', id, { 'account.tier': 'diamond' }),
    { reason: 'ACCOUNT_DIFFERED', shown: 141 },
    141,
  ],
  [
    'a line is lost for good',
    async (id) => {
      await house.spoil('members', id, { latest: (await house.memberOf(id)).latest.slice(0, 1) })
      await house.tear('entries', `${id}.2`)
    },
    { reason: 'LEDGER_DAMAGED', shown: 141 },
    141,
  ],
  [
    'a line was altered',
    (id) => house.spoil('entries', `${id}.1`, { 'entry.earned': 5_000, delta: 5_000, balance: 5_000 }),
    { reason: 'LEDGER_DAMAGED', shown: 141 },
    141,
  ],
]

test.each(repairs)(
  '%s: approved, the account is right, the line says why, the audit is clean',
  async (_name, corrupt, entry, balance) => {
    const { id } = await house.guest()
    await house.sweep()
    await corrupt(id)
    await house.audit()
    expect(await house.decide(id, true)).toEqual({ ok: true, value: { approved: true, by: 'boss' } })
    const line = await lastLine(id)
    expect(line).toMatchObject({ kind: 'correction', balance, entry: { ...entry, approvedBy: 'boss' } })
    expect(await house.found()).toEqual([])
    expect(await house.proposalOf(id)).toBeUndefined()
  },
)

test('I1, I13: a corrected member dines on, and the line after goes on from the correction', async () => {
  const id = await spoiled()
  await house.decide(id, true)
  expect(await settling(house.kept, randomUUID(), id, 1000)).toMatchObject({
    ok: true,
    value: { balance: 151 },
  })
  expect(await house.found()).toEqual([])
})

test('where neither account nor lines can be trusted nothing is proposed', async () => {
  const { id } = await house.guest()
  await house.sweep()
  await house.spoil('members', id, { latest: [], 'account.lots': TOO_MUCH })
  await house.tear('entries', `${id}.2`)
  expect(await house.found()).toEqual(['ACCOUNT_DIFFERS', 'LINE_MISSING'])
  expect(await house.proposalOf(id)).toBeUndefined()
})

test('rejected, the account stays, the alarm stays, and it is not proposed again until he moves', async () => {
  const id = await spoiled()
  expect(await house.decide(id, false)).toMatchObject({ ok: true })
  expect(await house.found()).toEqual(['ACCOUNT_DIFFERS'])
  expect(await house.proposalOf(id)).toBeUndefined()
  expect((await house.memberOf(id)).account.lots).toEqual(TOO_MUCH)
})

test('he may dine between proposal and decision: what was shown is what is done', async () => {
  const id = await spoiled()
  await settling(house.kept, randomUUID(), id, 2000)
  expect(await house.decide(id, true)).toMatchObject({ ok: true })
  expect(await lastLine(id)).toMatchObject({ delta: -1000, balance: 161 })
})

test('what would do something else than was shown is outdated, and proposed anew by the next audit', async () => {
  const id = await spoiled()
  await house.spoil('members', id, { 'account.lots': [{ expiresOn: '2027-11-21', left: 9_141 }] })
  await settling(house.kept, randomUUID(), id, 1000)
  const proposal = (await house.proposalOf(id)) as KeptCorrection
  const outdated = { ok: false, refusal: 'PROPOSAL_OUTDATED' }
  expect(await house.decide(id, true)).toEqual(outdated)
  expect(await readBack(proposal._id)).toMatchObject({ status: 'outdated' })
  expect((await house.memberOf(id)).account.lots[0]?.left).toBe(9_151)
  await house.found()
  expect(await house.proposalOf(id)).toMatchObject({ before: { balance: 9_151 }, after: { balance: 151 } })
  expect(await house.decide(id, true)).toMatchObject({ ok: true })
  expect(await house.found()).toEqual([])
})

test('I4: decided twice by one tap it is decided once; decided otherwise it was decided', async () => {
  const id = await spoiled()
  const proposal = (await house.proposalOf(id)) as KeptCorrection
  const decide = (approve: boolean, name: string) =>
    decideProposal(house.tonight(), proposal, approve, manager(name))
  const both = await Promise.all([decide(true, 'one'), decide(true, 'two')])
  expect(both.map(({ ok }) => ok)).toEqual([true, true])
  expect(both[0]).toEqual(both[1])
  expect(await decide(false, 'two')).toEqual({ ok: false, refusal: 'PROPOSAL_ALREADY_DECIDED' })
  const { latest } = await house.memberOf(id)
  expect(latest.filter(({ kind }) => kind === 'correction')).toHaveLength(1)
  expect(await readBack(proposal._id)).toMatchObject({
    status: 'approved',
    decided: both[0]?.ok ? { by: both[0].value.by } : {},
  })
})

test('of two who decide otherwise one is told that it was decided', async () => {
  const id = await spoiled()
  const proposal = (await house.proposalOf(id)) as KeptCorrection
  const replies = await Promise.all(
    [true, false].map((approve) =>
      decideProposal(house.tonight(), proposal, approve, manager(String(approve))),
    ),
  )
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  expect(replies).toContainEqual({ ok: false, refusal: 'PROPOSAL_ALREADY_DECIDED' })
})

test('who has proposed does not decide, neither way; somebody else does', async () => {
  const id = await spoiled()
  const { _id } = (await house.proposalOf(id)) as KeptCorrection
  await house.spoil('proposals', _id, { by: { staff: manager('mia')._id, name: 'mia' } })
  const no = { ok: false, refusal: 'PROPOSER_CANNOT_APPROVE' }
  expect(await house.decide(id, true, manager('mia'))).toEqual(no)
  expect(await house.decide(id, false, manager('mia'))).toEqual(no)
  expect(await house.decide(id, true, manager('boss'))).toMatchObject({ ok: true })
})

test('a newer finding takes the place of an older one', async () => {
  const id = await spoiled()
  const older = (await house.proposalOf(id)) as KeptCorrection
  await settling(house.kept, randomUUID(), id, 1000)
  await house.found()
  expect(await readBack(older._id)).toMatchObject({ status: 'outdated' })
  expect((await house.proposalOf(id))?._id).not.toBe(older._id)
  const member = await house.memberOf(id)
  await propose(house.tonight(), member, { reason: 'ACCOUNT_DIFFERED', to: member.account })
  expect((await house.proposalOf(id))?.after.balance).toBe(151)
})

test('F1: a decision killed at any call and made again is made once', async () => {
  for (const when of ['before', 'after'] as const)
    for (let call = 1, died = true; died; call++) {
      const id = await spoiled()
      const proposal = (await house.proposalOf(id)) as KeptCorrection
      const dying = killedAt(house.db, call, when)
      const night = house.tonight()
      await decideProposal({ ...night, db: dying.db }, proposal, true, manager('one')).catch(
        (error: unknown) => {
          if (!(error instanceof Killed)) throw error
        },
      )
      died = dying.wasKilled()
      expect(await decideProposal(house.tonight(), proposal, true, manager('two'))).toMatchObject({
        ok: true,
      })
      expect(await lastLine(id)).toMatchObject({ kind: 'correction', balance: 141 })
      expect((await house.memberOf(id)).seq).toBe((await lastLine(id)).seq)
      expect(await readBack(proposal._id)).toMatchObject({ status: 'approved' })
    }
})

test('F1, I15: a decision killed at any call and asked no more leaves the list, or was never made', async () => {
  let swept = 0
  for (const when of ['before', 'after'] as const)
    for (let call = 1, died = true; died; call++) {
      const id = await spoiled()
      const proposal = (await house.proposalOf(id)) as KeptCorrection
      const dying = killedAt(house.db, call, when)
      const night = house.tonight()
      await decideProposal({ ...night, db: dying.db }, proposal, true, manager('one')).catch(
        (error: unknown) => {
          if (!(error instanceof Killed)) throw error
        },
      )
      died = dying.wasKilled()
      await house.sweep()
      swept += await sweepProposals(house.tonight())
      const isMade = (await lastLine(id)).kind === 'correction'
      expect(await readBack(proposal._id)).toMatchObject(
        isMade ? { status: 'approved', decided: { by: 'one' } } : { status: 'open', decided: null },
      )
      if (!isMade) await house.decide(id, false, manager('two'))
    }
  expect(swept).toBeGreaterThan(0)
  expect(await sweepProposals(house.tonight())).toBe(0)
})
