import type { FaultRule } from '../../local/cloud/faults/fault-rule'
import type { Line } from './phone'

/** Nothing goes wrong. */
const CALM: Line = { lost: 0, twice: 0 }
/** One answer of a hundred is lost on its way to a phone, one question of fifty sent twice. */
const ROUGH: Line = { lost: 0.01, twice: 0.02 }

export const lineOf = (faults: boolean): Line => (faults ? ROUGH : CALM)

/** Of all calls of the database about one in sixty goes wrong, in every way there is. */
export function rulesOf(faults: boolean, seed: number): FaultRule[] {
  if (!faults) return []
  const rules: FaultRule[] = [
    { fault: 'conflict', probability: 0.003 },
    { fault: 'duplicate', probability: 0.003 },
    { fault: 'timeout-before', probability: 0.002, ms: 20 },
    { fault: 'timeout-after', probability: 0.003, ms: 20 },
    { fault: 'quota', probability: 0.001 },
    { fault: 'server-error', probability: 0.001 },
    { fault: 'slow', probability: 0.002, ms: 150 },
    { fault: 'kill-before', probability: 0.0005 },
    { fault: 'kill-after', probability: 0.0007 },
  ]
  return rules.map((rule, n) => ({ ...rule, function: '*', seed: seed * 100 + n }))
}
