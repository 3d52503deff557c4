import { countFaults, type Fault } from './faults'
import type { Outcome } from './history'

/** What many histories amount to. */
export interface Tally {
  seeds: number
  operations: number
  steps: number
  faults: Partial<Record<Fault, number>>
  /** How often each answer was given, by `<asked> <answer>`. */
  answers: Record<string, number>
  failures: { seed: number; violations: string[] }[]
}

export const newTally = (): Tally => ({
  seeds: 0,
  operations: 0,
  steps: 0,
  faults: {},
  answers: {},
  failures: [],
})

const addTo = (sums: Record<string, number>, more: Iterable<[string, number]>) => {
  for (const [name, n] of more) sums[name] = (sums[name] ?? 0) + n
}

export function add(tally: Tally, { seed, operations, steps, faults, answers, violations }: Outcome) {
  tally.seeds += 1
  tally.operations += operations
  tally.steps += steps
  addTo(tally.faults as Record<string, number>, Object.entries(faults))
  addTo(tally.answers, answers)
  if (violations.length > 0) tally.failures.push({ seed, violations })
}

export function addAll(tally: Tally, other: Tally) {
  tally.seeds += other.seeds
  tally.operations += other.operations
  tally.steps += other.steps
  addTo(tally.faults as Record<string, number>, Object.entries(other.faults))
  addTo(tally.answers, Object.entries(other.answers))
  tally.failures.push(...other.failures)
}

/** In one line, for people and for machines. */
export const summary = (tally: Tally, seconds: number) => ({
  seeds: tally.seeds,
  operations: tally.operations,
  databaseCalls: tally.steps,
  faults: countFaults(tally.faults),
  violations: tally.failures.length,
  perSecond: Math.round(tally.seeds / seconds),
})
