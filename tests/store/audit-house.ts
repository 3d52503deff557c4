import { randomUUID } from 'node:crypto'
import type { BranchId, Program } from '../../core/contract'
import { recommended } from '../../core/domain/presets/recommended'
import { accept } from '../../core/domain/result'
import type { KeptAlarm } from '../../core/store/alarms'
import { claimBill } from '../../core/store/bill-claim'
import { type CollectionName, type Kept, readMany, readOne } from '../../core/store/database'
import { decideProposal } from '../../core/store/decide-proposal'
import type { Member } from '../../core/store/member'
import { sweepOutboxes } from '../../core/store/outbox'
import { type KeptCorrection, readOpenProposals } from '../../core/store/proposals'
import { reconcile } from '../../core/store/reconcile'
import { settle } from '../../core/store/settle'
import type { Staff } from '../../core/store/staff'
import { sweepStock } from '../../core/store/stock'
import {
  candy,
  claiming,
  joining,
  NOON,
  openStore,
  settling,
  shelve,
  someMember,
  voiding,
} from './open-store'

export const reward = candy('cake')
const PIECES = 500
export const program: Program = { ...recommended, rewards: [{ ...reward, stock: PIECES }] }
const branch = { id: 'jingan' as BranchId, name: '静安店' }

export const manager = (name: string): Staff => ({
  _id: `M${name.padStart(16, '0').toUpperCase()}` as Staff['_id'],
  name,
  role: 'manager',
  branch: branch.id,
  active: true,
  boundAt: '',
})

/** A house with one shelf, in which people dine and auditors come by, a minute after one another. */
export async function openAuditHouse() {
  const store = await openStore()
  const { db, kept, close } = store
  await db.collection('programs').add({ _id: program.version, ...program })
  await shelve(db, reward.id, PIECES)
  const _ = db.command

  let minutes = 0
  /** A night later, so that nothing is under way any more. */
  const tonight = (): Kept => {
    minutes += 1
    return { ...kept, now: new Date(NOON.getTime() + 16 * 3_600_000 + minutes * 60_000) }
  }

  /** Somebody who dined: a numbered bill, one without a number, a reward. Six lines, no upgrade. */
  const guest = async (bills = 1) => {
    const id = someMember()
    await joining(kept, randomUUID(), id)
    for (let n = 0; n < bills; n++) await settling(kept, randomUUID(), id, 100)
    const [key, billNo] = [randomUUID(), `N-${id.slice(-6)}`]
    const owner = { branch: branch.id, billNo, key, member: id, fingerprint: key }
    const beside = async () => {
      await claimBill(kept, owner)
      return accept({ program })
    }
    const command = { procedure: 'settle', key, member: id, input: {}, beside }
    await settle(kept, command, { branch, amount: 5000 as never, bill: billNo, day: null })
    await claiming(kept, `claim-${id}`, id, reward)
    return { id, key, bill: `${branch.id}.${billNo}`, code: `R-claim-${id}` }
  }

  /** Somebody whose code a colleague has made void. */
  const regretful = async () => {
    const someone = await guest()
    await voiding(kept, randomUUID(), someone.code)
    return someone
  }

  /** What the sweepers do before the audit begins. */
  const sweep = async () => {
    while ((await sweepOutboxes(tonight())).more);
    await sweepStock(tonight())
  }
  const audit = (by: Kept = tonight()) => reconcile(by, program, () => true, true)
  /** The alarms that are open after an audit: kind and how often. */
  const alarms = () =>
    readMany<KeptAlarm>(
      db
        .collection('alarms')
        .where({ status: _.eq('open') })
        .limit(1000),
    )
  const found = async () => {
    await sweep()
    await audit()
    return (await alarms()).map(({ kind }) => kind).sort()
  }
  const memberOf = async (id: string) => (await readOne<Member>(db, 'members', id)) as Member
  const proposalOf = async (id: string): Promise<KeptCorrection | undefined> =>
    (await readOpenProposals(db))
      .filter((one) => one.kind === 'correction')
      .find(({ member }) => member === id)
  const decide = async (id: string, approve: boolean, by = manager('boss')) => {
    const proposal = await proposalOf(id)
    if (proposal === undefined) throw new Error(`nothing is proposed for ${id}`)
    return decideProposal(tonight(), proposal, approve, by)
  }
  /** Writes as nobody may. */
  const spoil = (name: CollectionName, id: string, changes: Record<string, unknown>) =>
    db
      .collection(name)
      .where({ _id: _.eq(id) })
      .update(Object.fromEntries(Object.entries(changes).map(([field, value]) => [field, _.set(value)])))
  const tear = (name: CollectionName, id: string) =>
    db
      .collection(name)
      .where({ _id: _.eq(id) })
      .remove()
  /** So that one test does not see what another left. */
  const forget = async () => {
    const all = { _id: _.exists(true) }
    const names: CollectionName[] = ['members', 'entries', 'operations', 'redemptions', 'bills', 'alarms']
    for (const name of [...names, 'proposals', 'jobs', 'stock'] as const)
      await db.collection(name).where(all).remove()
    await shelve(db, reward.id, PIECES)
  }
  const house = {
    db,
    kept,
    tonight,
    guest,
    regretful,
    sweep,
    audit,
    alarms,
    found,
    memberOf,
    proposalOf,
    decide,
  }
  return { ...house, spoil, tear, forget, close }
}

export type AuditHouse = Awaited<ReturnType<typeof openAuditHouse>>
