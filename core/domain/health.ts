import { ERROR_RATE_PERCENT, ERRORS_AT_LEAST } from './audit/thresholds'

/**
 * How long a call took is counted in buckets: up to so many ms, and what took longer. Counts of
 * many functions can be added up, and nothing is kept of a single call.
 */
const BUCKETS = {
  ms50: 50,
  ms100: 100,
  ms200: 200,
  ms400: 400,
  ms800: 800,
  ms1600: 1600,
  ms3200: 3200,
}
const SLOWER = 'slower'
type Bucket = keyof typeof BUCKETS | typeof SLOWER

/** What is known of the calls of one procedure. A field that is missing is nought. */
export type Counts = Partial<Record<'calls' | 'refused' | 'failed' | 'roundTrips' | Bucket, number>>

export interface Call {
  outcome: 'ok' | 'refused' | 'failed'
  ms: number
  roundTrips: number
}

const bounds = Object.entries(BUCKETS) as [keyof typeof BUCKETS, number][]

/** One call as counts: a refusal is an answer, a failure is a bug. */
export const countCall = ({ outcome, ms, roundTrips }: Call): Counts => ({
  calls: 1,
  roundTrips,
  ...(outcome === 'ok' ? {} : { [outcome]: 1 }),
  [bounds.find(([, most]) => ms <= most)?.[0] ?? SLOWER]: 1,
})

export function addCounts(one: Counts, other: Counts): Counts {
  const sum: Counts = { ...one }
  for (const [field, n] of Object.entries(other) as [keyof Counts, number][])
    sum[field] = (sum[field] ?? 0) + n
  return sum
}

export interface Figures {
  calls: number
  refused: number
  failed: number
  /** A call, to one decimal. */
  roundTrips: number
  /** So many of a hundred calls took no longer than this, in ms; null where the slowest bucket begins. */
  p50: number | null
  p95: number | null
  p99: number | null
}

export function figuresOf(counts: Counts): Figures {
  const { calls = 0, refused = 0, failed = 0, roundTrips = 0 } = counts
  const share = calls === 0 ? 0 : Math.round((roundTrips * 10) / calls) / 10
  const [p50, p95, p99] = [50, 95, 99].map((percent) => percentile(counts, percent))
  return { calls, refused, failed, roundTrips: share, p50: p50 ?? null, p95: p95 ?? null, p99: p99 ?? null }
}

/** The end of the bucket in which the call stands that so many of a hundred were not slower than. */
function percentile(counts: Counts, percent: number): number | null {
  const timed = [...bounds.map(([bucket]) => bucket), SLOWER].map((bucket) => counts[bucket as Bucket] ?? 0)
  const all = timed.reduce((sum, n) => sum + n, 0)
  const place = Math.ceil((all * percent) / 100)
  let passed = 0
  for (const [bucket, most] of bounds) {
    passed += counts[bucket] ?? 0
    if (passed >= place) return most
  }
  return null
}

/** Whole percent of calls that failed. */
export const failedPercent = ({ calls = 0, failed = 0 }: Counts): number =>
  calls === 0 ? 0 : Math.floor((failed * 100) / calls)

/** More than chance: one failure in ten calls is one failure. */
export const failsTooOften = (counts: Counts): boolean =>
  (counts.failed ?? 0) >= ERRORS_AT_LEAST && failedPercent(counts) >= ERROR_RATE_PERCENT
