import type { Program } from '../../contract'
import type { Lint, Remark } from './remark'

/** A bill is one jubilee, or nobody knows which points it gives. BDAY-05. */
export const jubileesOnce: Lint = ({ earn: { jubilees } }) =>
  jubilees.flatMap(({ bill }, i): Remark[] =>
    jubilees.findIndex((other) => other.bill === bill) < i
      ? [{ rule: 'JUBILEE_TWICE', at: `earn.jubilees.${i}`, found: bill }]
      : [],
  )

/**
 * Anniversaries before the day they are promised on give nothing: on the first day everybody who has been here for
 * years would get all of them at once. BDAY-05.
 */
export const anniversariesAreAhead: Lint = ({ anniversary }, { today, before }) => {
  if (anniversary === null || anniversary.from >= today) return []
  const promised = before?.anniversary ?? null
  return promised !== null && promised.from <= anniversary.from
    ? []
    : [{ rule: 'ANNIVERSARY_BACKDATED', at: 'anniversary.from', expected: today, found: anniversary.from }]
}

/** Fewer points for staying, later, or for a later bill. C-43. */
export const anniversaryWorse = ({ anniversary: was }: Program, { anniversary: now }: Program): boolean =>
  was !== null && (now === null || now.points < was.points || now.from > was.from)

export const jubileesWorse = ({ earn: was }: Program, { earn: now }: Program): boolean =>
  was.jubilees.some((one) =>
    now.jubilees.every((other) => other.bill !== one.bill || other.points < one.points),
  )
