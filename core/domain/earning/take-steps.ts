import type { Points, Step } from '../../contract'
import { points } from '../amounts'
import type { Part } from './rule'

/** Points so far, exact: `n / d`. Nothing is rounded until the end. */
interface Exact {
  n: bigint
  d: bigint
}

/** ×1.2 is 12 000 basis points. */
const times = ({ n, d }: Exact, bp: number): Exact => ({ n: n * BigInt(bp), d: d * 10_000n })

const plus = ({ n, d }: Exact, bonus: number): Exact => ({ n: n + BigInt(bonus) * d, d })

const atMost = (exact: Exact, left: number): Exact =>
  exact.n > BigInt(left) * exact.d ? { n: BigInt(left), d: 1n } : exact

/** Down to whole points, in favour of the house: 199.9 points are 199. EARN-09. */
const floor = ({ n, d }: Exact): Points => points(Number(n / d))

/**
 * Take the steps in their order: 200 → ×2 = 400 → +100 = 500. Works the same from what a rule gives
 * and from what a ledger line has kept, so that every line can be worked out again. UX-06.
 */
export function takeSteps(parts: readonly Part[]): { earned: Points; steps: Step[] } {
  const isCombined = parts.some(({ rule }) => rule === 'combined')
  let exact: Exact = { n: 0n, d: 1n }
  const steps = parts.map((part): Step => {
    exact = take(exact, part, isCombined)
    return { ...part, points: floor(exact) }
  })
  return { earned: floor(exact), steps }
}

/** Where the multipliers are combined, each of them is only shown, and their combination multiplies. */
function take(exact: Exact, part: Part, isCombined: boolean): Exact {
  if (part.rule === 'base') return { n: BigInt(part.amount) * BigInt(part.pointsPerYuan), d: 100n }
  if ('bonus' in part) return plus(exact, part.bonus)
  if (part.rule === 'dailyCap') return atMost(exact, part.left)
  return isCombined && part.rule !== 'combined' ? exact : times(exact, part.bp)
}
