import type { BusinessDay } from '../../../core/contract'
import { addDays, dayBegins } from '../../../core/domain/calendar'
import type { Cloud } from '../../../local/cloud/start-cloud'
import type { Trace } from '../../../local/cloud/trace'
import { FIRST_DAY } from './life'

/** What the timer says of a tick, where it lived to say it. */
type Tick = Partial<Record<(typeof CHORES)[number], number>> & { ok?: boolean; busy?: string[] }
const CHORES = ['time', 'swept', 'told', 'met'] as const

/** Longer than a killed tick blocks its lane, and than the sweeper waits. */
const NEXT_TICK_MS = 75_000
const MOST_TICKS_A_DAY = 400

export interface Lived {
  ticks: number
  killed: number
  /** Ticks that were stopped by a failing call, and had to be gone on with. */
  failed: number
  /** Calls of the database by all ticks, and how many of them waited for one another. */
  calls: number
  roundTrips: number
  /** Members found due, by job, as far as the ticks lived to tell. */
  counts: Record<string, number>
  /** The longest day: its seconds here, its calls. */
  longest: { day: BusinessDay; seconds: number; calls: number }
}

/** Day after day the timer fires until it finds nothing to do, whatever is killed meanwhile. */
export async function liveDays(
  cloud: Cloud,
  until: BusinessDay,
  onDay: (day: BusinessDay, lived: Lived) => void,
): Promise<Lived> {
  const longest = { day: FIRST_DAY, seconds: 0, calls: 0 }
  const lived: Lived = { ticks: 0, killed: 0, failed: 0, calls: 0, roundTrips: 0, counts: {}, longest }
  for (let day = addDays(FIRST_DAY, 1); day <= until; day = addDays(day, 1)) {
    const [started, before] = [performance.now(), lived.calls]
    await liveDay(cloud, day, lived)
    const seconds = Math.round((performance.now() - started) / 100) / 10
    if (seconds > lived.longest.seconds) lived.longest = { day, seconds, calls: lived.calls - before }
    onDay(day, lived)
  }
  return lived
}

async function liveDay(cloud: Cloud, day: BusinessDay, lived: Lived): Promise<void> {
  for (let tick = 1; tick <= MOST_TICKS_A_DAY; tick++) {
    cloud.clock.set(dayBegins(day) + 5 * 60_000 + tick * NEXT_TICK_MS, true)
    const before = cloud.traces().at(-1)?.id
    const answer = await fire(cloud)
    count(lived, answer, cloud.traces(), before)
    if (answer?.ok === true && CHORES.every((chore) => (answer[chore] ?? 0) === 0) && !answer.busy) return
  }
  throw new Error(`on ${day} the timer never finds nothing to do`)
}

/** Null when the function was killed. */
async function fire({ url }: Cloud): Promise<Tick | null> {
  const response = await fetch(`${url}/local/timers/jobs`, {
    method: 'POST',
    body: JSON.stringify({ audit: 'later' }),
  })
  return ((await response.json()) as { result?: Tick }).result ?? null
}

function count(
  lived: Lived,
  answer: Tick | null,
  traces: readonly Trace[],
  before: string | undefined,
): void {
  lived.ticks += 1
  if (answer === null) lived.killed += 1
  else if (answer.ok !== true) lived.failed += 1
  for (const { calls, depth } of traces.slice(traces.findIndex(({ id }) => id === before) + 1)) {
    lived.calls += calls.length
    lived.roundTrips += depth
  }
  for (const chore of CHORES) lived.counts[chore] = (lived.counts[chore] ?? 0) + (answer?.[chore] ?? 0)
}
