import type { Program, Tier } from '../../contract'
import { FULL_BP } from '../amounts'
import { ROUTES } from '../tier'
import type { Lint, Remark } from './remark'

/** The first tier is everybody's; on every route each later one asks more than those below it. C-24, C-25. */
export const tierLadder = ({ tiers }: Pick<Program, 'tiers'>): Remark[] =>
  tiers.flatMap(({ reach }, i) =>
    ROUTES.flatMap((route): Remark[] => {
      const found = reach[route]
      if (found === null) return []
      const expected = Math.max(0, ...tiers.slice(0, i).map((below) => below.reach[route] ?? 0))
      return i > 0 && found > expected
        ? []
        : [{ rule: 'TIERS_BROKEN', at: `tiers.${i}.${route}`, expected, found }]
    }),
  )

const isForSale = ({ tierSales }: Program, { id }: Tier) => tierSales.some(({ tier }) => tier === id)

/** A tier that nothing leads to and nobody can buy is a promise to nobody. C-25. */
export const tiersCanBeReached: Lint = (program) =>
  program.tiers.flatMap((tier, i): Remark[] =>
    i === 0 || isForSale(program, tier) || ROUTES.some((route) => tier.reach[route] !== null)
      ? []
      : [{ rule: 'TIER_OUT_OF_REACH', at: `tiers.${i}`, found: tier.name }],
  )

/** What is sold is a tier above the first, once. C-21. */
export const tierSales: Lint = ({ tierSales: sales, tiers }) =>
  sales.flatMap(({ tier }, i): Remark[] => {
    const isSold = tiers.slice(1).some(({ id }) => id === tier)
    const isAgain = sales.findIndex((other) => other.tier === tier) < i
    return isSold && !isAgain ? [] : [{ rule: 'TIER_SALE_BROKEN', at: `tierSales.${i}`, found: tier }]
  })

/** Keeping a tier should not cost more than reaching it. C-27. */
export const keepIsFair: Lint = ({ keep, tiers }) => {
  const least = Math.min(...tiers.flatMap(({ reach }) => reach.spend ?? []))
  return keep !== null && keep.minSpend > least
    ? [{ rule: 'KEEP_DEARER_THAN_REACH', at: 'keep.minSpend', expected: least, found: keep.minSpend }]
    : []
}

/** Points and discount together: what the best tier takes off and gives back. C-29. */
const MOST_OFF_BP = 1_500

/** A discount is paid on every bill, used or not; points only where they are claimed. LVL-02, LVL-03, COST-06. */
export const discountIsAffordable: Lint = ({ tiers }) =>
  tiers.flatMap(({ payBp, multiplierBp }, i): Remark[] => {
    const off = FULL_BP - payBp
    if (off > MOST_OFF_BP)
      return [{ rule: 'DISCOUNT_DEEP', at: `tiers.${i}.payBp`, expected: MOST_OFF_BP, found: off }]
    return off > 0 && multiplierBp > FULL_BP
      ? [{ rule: 'DISCOUNT_AND_MULTIPLIER', at: `tiers.${i}.payBp`, expected: multiplierBp, found: off }]
      : []
  })
