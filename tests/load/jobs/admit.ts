import type { BusinessDay, Entry, Program } from '../../../core/contract'
import { points } from '../../../core/domain/amounts'
import { dayBegins } from '../../../core/domain/calendar'
import { recommended } from '../../../core/domain/presets/recommended'
import { changed } from '../../../core/domain/tier-changed'
import type { Database } from '../../../core/store/database'
import { inform } from '../../../core/store/letters'
import { lineRow, newMember, type Row, write } from '../../../core/store/member'
import { runAbreast } from '../../../local/replay/run-abreast'
import { FIRST_DAY, type Life, TURN_DAY } from './life'

/** The recommended programme, which writes no statements: they would be due to everybody on one day. */
export const BEFORE: Program = {
  ...recommended,
  version: 'before',
  reminders: recommended.reminders && { ...recommended.reminders, statementDay: null },
}
export const AFTER: Program = {
  ...BEFORE,
  version: 'after',
  validFrom: TURN_DAY,
  expiry: { ...BEFORE.expiry, exempt: { tiers: ['diamond'], graceDays: 90 } },
}

const SINCE = '2026-01-02' as BusinessDay
const AT_ONCE = 100
const ABREAST = 2

/** Put everybody's document, lines and letters in their places, as commands would have written them by the first day. */
export async function admit(db: Database, lives: readonly Life[]): Promise<void> {
  const pages = Array.from({ length: Math.ceil(lives.length / AT_ONCE) }, (_, page) =>
    lives.slice(page * AT_ONCE, (page + 1) * AT_ONCE),
  )
  await runAbreast(pages, ABREAST, async (page) => {
    const admitted = page.map(admitOne)
    await db.collection('members').add(admitted.map(({ document }) => document))
    for (const name of ['entries', 'letters'] as const) {
      const rows = admitted.flatMap((one) => one.rows).filter(({ collection }) => collection === name)
      if (rows.length > 0) await db.collection(name).add(rows.map(({ document }) => document))
    }
  })
}

function admitOne(life: Life): { document: object; rows: Row[] } {
  const now = new Date(dayBegins(FIRST_DAY) + 5 * 60_000)
  const { member, lines } = write(newMember(life.id, SINCE), entriesOf(life), `lived.${life.id}`, now)
  const informed = inform(member, [], FIRST_DAY, BEFORE, now)
  const kept = { ...informed.member, version: 1, recent: [`lived.${life.id}`] }
  return { document: kept, rows: [...lines.map(lineRow), ...informed.rows] }
}

const NONE = points(0)

function entriesOf({ tier, lots, waits }: Life): Entry[] {
  const [silver, gold, diamond] = BEFORE.tiers
  if (silver === undefined || gold === undefined || diamond === undefined) throw new Error('three tiers')
  const reached = tier === 'gold' ? gold : diamond
  const keep = { from: SINCE, until: (tier === 'gold' ? '2026-12-31' : '2027-03-31') as BusinessDay }
  const program = BEFORE.version
  const joined = { earned: NONE, repaid: NONE, expiresOn: FIRST_DAY, tier: silver.id, tierName: silver.name }
  const granted = { source: 'adjustment', about: '', repaid: NONE, dropped: NONE, program } as const
  const pending = { source: 'referral', bill: null, about: '', branch: null, reason: 'refundSafe' } as const
  const climbed = [silver, gold, diamond].map(({ id }) => id)
  return [
    { type: 'MemberJoined', on: SINCE, ...joined, program },
    ...(tier === 'silver' ? [] : [changed('reached', silver, reached, SINCE, BEFORE, { climbed, keep })]),
    ...lots.map((lot): Entry => {
      const credit = { earned: points(lot.points), expiresOn: lot.last }
      return { type: 'PointsGranted', on: SINCE, ...granted, ...credit }
    }),
    ...waits.map((wait, n): Entry => {
      const what = { pending: `w${n}`, points: points(wait.points), until: wait.until }
      return { type: 'PointsPending', on: SINCE, ...pending, ...what, program }
    }),
  ]
}
