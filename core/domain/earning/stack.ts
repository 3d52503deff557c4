import type { Earn } from '../../contract'
import { FULL_BP } from '../amounts'
import type { Combined, Multiplier } from './rule'

/** However many come together: ×100 is a typing error. */
const MOST_BP = 100 * FULL_BP

/**
 * What the multipliers of one bill come to together (叠加), where that is not simply their product:
 * of ×1.2 and ×2 the higher is ×2, the sum of what they add ×2.2; and never more than the
 * programme allows. C-07.
 */
export function stack(multipliers: readonly Multiplier[], { combine, mostBp }: Earn['stacking']): Combined[] {
  const most = mostBp ?? MOST_BP
  if (exceeds(multipliers, combine, most)) return [{ rule: 'combined', how: 'most', bp: most }]
  if (combine === 'multiply' || multipliers.length < 2) return []
  const bps = multipliers.map(({ bp }) => bp)
  const bp = combine === 'max' ? Math.max(...bps) : sumOf(bps)
  return [{ rule: 'combined', how: combine, bp }]
}

/** ×1.2 and ×2 add 20 % and 100 %: ×2.2. */
const sumOf = (bps: readonly number[]) => bps.reduce((sum, bp) => sum + bp - FULL_BP, FULL_BP)

function exceeds(multipliers: readonly Multiplier[], combine: Earn['stacking']['combine'], mostBp: number) {
  const bps = multipliers.map(({ bp }) => bp)
  if (combine === 'max') return bps.some((bp) => bp > mostBp)
  if (combine === 'add') return sumOf(bps) > mostBp
  const full = BigInt(FULL_BP)
  const product = bps.reduce((n, bp) => n * BigInt(bp), full)
  return product > BigInt(mostBp) * full ** BigInt(bps.length)
}
