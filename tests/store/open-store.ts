import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { LedgerLine, MemberId, Points, Program, Reward } from '../../core/contract'
import { balanceOf, openAccount, post, postAll } from '../../core/domain/account'
import { instantOf } from '../../core/domain/calendar'
import { claimReward } from '../../core/domain/claim-reward'
import { join as joinEntry } from '../../core/domain/join'
import { recommended } from '../../core/domain/presets/recommended'
import { accept, refuse } from '../../core/domain/result'
import { collections } from '../../core/store/collections'
import { type Database, type Kept, readMany, readOne } from '../../core/store/database'
import { findClaim } from '../../core/store/find-claim'
import type { Member } from '../../core/store/member'
import { once } from '../../core/store/once'
import { reachDatabase } from '../../core/store/reach-database'
import { readRedemption, voidCode } from '../../core/store/redemption'
import { reverseClaim } from '../../core/store/reverse-claim'
import { settle } from '../../core/store/settle'
import type { Staff } from '../../core/store/staff'
import { lookAtStock, type Piece } from '../../core/store/stock'
import { actionOf } from '../../core/store/trail'
import { startCloud } from '../../local/cloud/start-cloud'
import { databaseOf } from '../../local/restaurant/database'

export const NOON = new Date('2026-11-21T12:00:00+08:00')

/** A store on a real local cloud, reached through the real SDK. */
export async function openStore() {
  const dataDir = mkdtempSync(join(tmpdir(), 'huitouke-store-'))
  const cloud = await startCloud({ dataDir, autoTimers: false })
  await cloud.ensureCollections(Object.entries(collections).map(([name, indexes]) => ({ name, indexes })))
  const waits = { chance: Math.random, sleep: (ms: number) => pause(ms) }
  const db = reachDatabase(databaseOf(cloud), waits)
  const kept: Kept = {
    db,
    now: NOON,
    program: async () => program,
    ...waits,
    warn: () => undefined,
  }
  const close = async () => {
    await cloud.close()
    await rm(dataDir, { recursive: true })
  }
  return { cloud, db, kept, close }
}

let members = 0
/** A member number nobody else in the test run has. */
export function someMember(): MemberId {
  members += 1
  return `M${String(members).padStart(16, '0')}` as MemberId
}

const program: Program = { ...recommended, earn: { ...recommended.earn, firstOrder: null } }
const branch = { id: 'jingan' as never, name: '静安店' }

export const joining = (kept: Kept, key: string, member: MemberId) =>
  once(
    kept,
    { procedure: 'join', key, member, input: { key }, beside: async () => accept(null) },
    (found, _beside, today) => {
      if (found !== null) return refuse('ALREADY_JOINED')
      const entry = joinEntry(today, program)
      return accept({ entries: [entry], reply: balanceOf(post(openAccount(), entry)) })
    },
  )

export const settling = (kept: Kept, key: string, member: MemberId, amount: number) =>
  settle(
    kept,
    { procedure: 'settle', key, member, input: { key, amount }, beside: async () => accept({ program }) },
    { branch, amount: amount as never, bill: key, day: null },
  )

/** A reward of 10 points, `stock` of which there are. */
export const candy = (id: string, price = 10): Reward => ({
  id: id as never,
  name: '糖',
  description: '',
  category: 'treat',
  picture: '/a.svg',
  points: price as Points,
  worth: 100 as never,
  stock: 1,
  perDay: null,
  branches: null,
})

export const shelve = (db: Database, id: string, left: number) =>
  db.collection('stock').add({ _id: id, left, issued: 0, holds: {} })

let tokens = 0
export const claiming = (kept: Kept, key: string, member: MemberId, reward: Reward) => {
  const look = () => {
    tokens += 1
    return lookAtStock(kept, { reward: reward.id, key, member, token: `token-${tokens}` })
  }
  return once<
    Piece,
    'OUT_OF_STOCK' | 'BUSY',
    Points,
    | 'NOT_A_MEMBER'
    | 'BARRED'
    | 'PRICE_ROSE'
    | 'DAILY_LIMIT_REACHED'
    | 'INSUFFICIENT_POINTS'
    | 'CARD_NOT_FULL'
    | 'OUT_OF_STOCK'
  >(
    kept,
    {
      procedure: 'claim',
      key,
      member,
      input: { key, reward: reward.id },
      beside: look,
    },
    (found, piece, today) => {
      if (found === null) return refuse('NOT_A_MEMBER')
      const wanted = { reward, redemption: `R-${key}`, token: piece.token, left: piece.left }
      const claimed = claimReward(found.account, wanted, today, program)
      if (!claimed.ok) return claimed
      return accept({
        entries: claimed.value,
        rows: [
          {
            collection: 'redemptions' as const,
            document: { _id: `R-${key}`, member, reward: reward.id, status: 'issued' },
          },
        ],
        reply: balanceOf(postAll(found.account, claimed.value)),
        hold: piece.hold,
      })
    },
  )
}

const COLLEAGUE = {
  _id: 'M0000000000000000' as MemberId,
  name: '小李',
  role: 'clerk',
  active: true,
  boundAt: '',
} as const

/** Make a code void and give back what it cost, as a colleague's call does. */
export async function voiding(kept: Kept, key: string, code: string) {
  const read = async () => {
    const found = await readRedemption(kept.db, code)
    if (found === null) throw new Error(`no code ${code}`)
    return found
  }
  const claim = await findClaim(kept.db, await read())
  const staff: Staff = { ...COLLEAGUE, branch: branch.id }
  const about = { procedure: 'cashier.reverseClaim', member: null, subject: null, outcome: 'ok', key }
  const voided = { at: instantOf(kept.now), branch: branch.id, branchName: branch.name, staff: staff._id }
  const by = { ...voided, by: staff.name, key, reason: '今天卖完了' }
  await voidCode(kept, code, by, actionOf(staff, { ...about, unique: key }, kept.now))
  return reverseClaim(kept, await read(), claim)
}

/** What must hold for a member whenever nobody is at work on him: I1, I3, I4, I13. */
export async function expectSound(db: Database, id: MemberId) {
  const member = await readOne<Member>(db, 'members', id)
  if (member === null) throw new Error(`no member ${id}`)
  const _ = db.command
  const lines = await readMany<LedgerLine>(
    db
      .collection('entries')
      .where({ member: _.eq(id) })
      .orderBy('seq', 'asc')
      .limit(1000),
  )
  expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_line, index) => index + 1))
  expect(lines).toHaveLength(member.seq)
  let balance = 0
  for (const line of lines) {
    balance += line.delta
    expect(line.balance).toBe(balance)
  }
  expect(
    postAll(
      openAccount(),
      lines.map(({ entry }) => entry),
    ),
  ).toEqual(member.account)
  expect(balanceOf(member.account)).toBe(balance)
  return { member, lines, balance }
}
