import { randomUUID } from 'node:crypto'
import { memberIdOf } from '../../cloudfunctions/codes'
import type { AnswerOf, BusinessDay, Contract } from '../../core/contract'
import { addDays } from '../../core/domain/calendar'
import { CASHIER, MANAGER, OWNER, openProduct, type Product } from '../open-product'

let product: Product
let today: BusinessDay
beforeAll(async () => {
  product = await openProduct()
  today = (await written()).today as BusinessDay
})
afterAll(() => product.close())

const key = randomUUID
const no = (refusal: string) => ({ ok: false, refusal })
type Written = AnswerOf<Contract['manager']['program']>
type Terms = Written['terms']

const written = () => product.told(MANAGER, 'manager', 'program', {})
const earning = (terms: Terms, more: Partial<Terms['earn']>): Terms => ({
  ...terms,
  earn: { ...terms.earn, ...more },
})

/** Saves what is valid with these changes, and answers with its revision. */
async function draft(more: Partial<Terms['earn']>): Promise<number> {
  const { terms, revision } = await written()
  return (await product.told(MANAGER, 'manager', 'saveDraft', { revision, terms: earning(terms, more) }))
    .revision
}

const publish = (revision: number, validFrom: string, who = MANAGER, mine = key()) =>
  product.ask(who, 'manager', 'publishProgram', { key: mine, revision, validFrom })

async function diner(): Promise<{ dine(): Promise<number>; lines(): Promise<Line[]> }> {
  const openid = `diner-${key().slice(0, 8)}`
  await product.told(openid, 'member', 'join', { key: key() })
  const { code } = await product.told(openid, 'member', 'code', {})
  const { guest } = await product.told(CASHIER, 'cashier', 'identify', { key: key(), code })
  return {
    dine: async () =>
      (
        await product.told(CASHIER, 'cashier', 'settleBill', {
          key: key(),
          visit: guest.visit,
          amount: 10_000,
        })
      ).earned,
    lines: async () =>
      (await product.told(openid, 'points', 'ledger', {})).lines.filter(
        ({ entry }) => entry.type === 'BillSettled',
      ),
  }
}
type Line = AnswerOf<Contract['points']['ledger']>['lines'][number]

/** An instance keeps a programme for a minute; the next one reads it. */
async function restartCashier(): Promise<void> {
  product.cloud.faults.set([{ fault: 'kill-before', function: 'cashier', count: 1 }])
  await expect(product.ask(CASHIER, 'cashier', 'desk', {})).rejects.toThrow()
  product.cloud.faults.set([])
}

const sumOf = ({ entry }: Line) =>
  entry.type === 'BillSettled' ? { program: entry.program, base: entry.steps[0] } : entry.type

test('EARN-02: a manager doubles the points, and the next bill says by which rule; the one before keeps its own', async () => {
  const guest = await diner()
  await guest.dine()
  const before = await written()
  const terms = earning(before.terms, { pointsPerYuan: 2 })
  const judged = await product.told(MANAGER, 'manager', 'lintProgram', { terms, validFrom: today })
  expect(judged.changes).toEqual([{ at: 'earn.pointsPerYuan', before: 1, after: 2 }])
  expect(judged.remarks).toContainEqual(expect.objectContaining({ rule: 'OVER_BUDGET', grade: 'warning' }))

  const revision = await draft({ pointsPerYuan: 2 })
  expect((await written()).draft).toMatchObject({ savedBy: '王店长', terms })
  const version = `from-${today}`
  expect(await publish(revision, today)).toEqual({ ok: true, data: { version, validFrom: today } })
  expect(await written()).toMatchObject({ version, terms, draft: null })

  await restartCashier()
  await guest.dine()
  expect((await guest.lines()).map(sumOf)).toEqual([
    { program: version, base: { rule: 'base', amount: 10_000, pointsPerYuan: 2, points: 200 } },
    { program: before.version, base: { rule: 'base', amount: 10_000, pointsPerYuan: 1, points: 100 } },
  ])
})

test('SEC-03: a clerk neither reads, writes nor publishes', async () => {
  const { terms, revision } = await written()
  const forbidden = no('FORBIDDEN')
  expect(await product.ask(CASHIER, 'manager', 'program', {})).toEqual(forbidden)
  expect(await product.ask(CASHIER, 'manager', 'saveDraft', { revision, terms })).toEqual(forbidden)
  expect(await publish(1, today, CASHIER)).toEqual(forbidden)
  expect((await written()).revision).toBe(revision)
})

test('of two managers who publish for one day one does', async () => {
  const day = addDays(today, 40)
  const revision = await draft({ pointsPerYuan: 3 })
  const replies = await Promise.all([publish(revision, day), publish(revision, day, OWNER)])
  const refusals = replies.map((reply) => (reply.ok ? 'ok' : reply.refusal))
  expect(refusals.filter((refusal) => refusal === 'ok')).toHaveLength(1)
  expect(refusals.every((refusal) => ['ok', 'VALID_FROM_TAKEN', 'DRAFT_CHANGED'].includes(refusal))).toBe(
    true,
  )
  expect((await written()).published.filter(({ validFrom }) => validFrom === day)).toHaveLength(1)
})

test('C-43: what is worse for guests begins in 30 days and not sooner', async () => {
  const revision = await draft({ pointsPerYuan: 1 })
  expect(await publish(revision, addDays(today, 29))).toEqual(no('NOT_PUBLISHABLE'))
  expect(await publish(revision, addDays(today, 30))).toMatchObject({ ok: true })
})

test('published twice under one key it is one version, and one record says who', async () => {
  const day = addDays(today, 50)
  const revision = await draft({ pointsPerYuan: 4 })
  const mine = key()
  const both = [await publish(revision, day, MANAGER, mine), await publish(revision, day, MANAGER, mine)]
  expect(both[1]).toEqual(both[0])
  expect((await written()).published.filter(({ validFrom }) => validFrom === day)).toMatchObject([
    { version: `from-${day}`, publishedBy: '王店长' },
  ])
  const { actions } = await product.told(OWNER, 'manager', 'trail', { procedure: 'manager.publishProgram' })
  const staff = memberIdOf(product.secret, MANAGER)
  expect(actions.filter(({ key: used }) => used === mine)).toMatchObject([
    { staff, name: '王店长', subject: `from-${day}`, outcome: 'ok' },
  ])
})

test('a draft that somebody else has saved meanwhile is not written over', async () => {
  const { terms, revision } = await written()
  const saves = [MANAGER, OWNER].map((who) => product.ask(who, 'manager', 'saveDraft', { revision, terms }))
  const refusals = (await Promise.all(saves)).map((reply) => (reply.ok ? 'ok' : reply.refusal))
  expect(refusals.sort()).toEqual(['DRAFT_CHANGED', 'ok'])
})

test('EARN-31: the preview says what a little more would bring by the rules of the day, and what it says is true', async () => {
  const day = addDays(today, 90)
  const thresholds = [{ amount: 20_000, points: 50 }] as Terms['earn']['thresholds']
  expect(await publish(await draft({ thresholds }), day)).toMatchObject({ ok: true })
  const noon = new Date(`${day}T12:00:00+08:00`)
  const openid = `diner-${key().slice(0, 8)}`
  await product.told(openid, 'member', 'join', { key: key() }, noon)
  const { code } = await product.told(openid, 'member', 'code', {}, noon)
  const { visit } = (await product.told(CASHIER, 'cashier', 'identify', { key: key(), code }, noon)).guest
  const preview = (amount: number) => product.told(CASHIER, 'cashier', 'previewBill', { visit, amount }, noon)
  const { earned, nudge } = await preview(18_000)
  expect(nudge?.more).toBe(2_000)
  expect((await preview(20_000)).earned).toBe(earned + (nudge?.points ?? 0))
  expect((await preview(20_000)).nudge).toBeNull()
  expect((await preview(5_000)).nudge).toBeNull()
})
