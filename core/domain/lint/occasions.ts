import type { Program } from '../../contract'
import { FULL_BP } from '../amounts'
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

/** A meal for nothing should be a reward with a limit; what takes nothing off is no discount. */
const CHEAPEST_BP = 1_000
/** Half price, as the owners' guide has it. BDAY-01. */
const USUAL_BP = 5_000

/** Taken off by our desk, and something between nearly all and nearly nothing: else it is a promise that nobody keeps. BDAY-01, C-51. */
export const birthdayDiscountStands: Lint = ({ birthdayDiscount, discountAt }) => {
  if (birthdayDiscount === null) return []
  const { payBp } = birthdayDiscount
  const broken = { rule: 'BIRTHDAY_DISCOUNT_BROKEN', at: 'birthdayDiscount', expected: CHEAPEST_BP } as const
  if (discountAt === 'till') return [{ ...broken, found: discountAt }]
  return payBp < CHEAPEST_BP || payBp >= FULL_BP ? [{ ...broken, found: payBp }] : []
}

/** Less than half is dear: a birthday table is a large one. BDAY-01, COST-06. */
export const birthdayDiscountIsAffordable: Lint = ({ birthdayDiscount }) =>
  birthdayDiscount !== null && birthdayDiscount.payBp < USUAL_BP
    ? [
        {
          rule: 'BIRTHDAY_DISCOUNT_DEEP',
          at: 'birthdayDiscount.payBp',
          expected: USUAL_BP,
          found: birthdayDiscount.payBp,
        },
      ]
    : []

/** A birthday is dearer than it was. C-43. */
export const birthdayDiscountWorse = (
  { birthdayDiscount: was }: Program,
  { birthdayDiscount: now }: Program,
): boolean => was !== null && (now === null || now.payBp > was.payBp)
