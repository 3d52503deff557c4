import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BusinessDay } from '../../../core/contract'
import { addDays, dayBegins } from '../../../core/domain/calendar'
import type { FaultRule } from '../../../local/cloud/faults/fault-rule'
import type { Cloud } from '../../../local/cloud/start-cloud'
import { openRestaurant } from '../../../local/restaurant/open-restaurant'
import { sampleFurniture } from '../../../local/restaurant/sample'
import { AFTER, admit, BEFORE } from './admit'
import { holdLives } from './hold-lives'
import { daysDue, daysOfLooks, FIRST_DAY, lifeOf } from './life'
import { type Lived, liveDays } from './live-days'

interface Options {
  members: number
  days: number
  seed: number
  /** How many times as often as usual something goes wrong. */
  rough?: number
  onDay?: (day: BusinessDay, lived: Lived) => void
}

/** About one call in a thousand kills the timer, before or after it was done; others conflict or lose their answer. */
const rulesOf = (seed: number, rough: number): FaultRule[] =>
  [
    { fault: 'kill-before' as const, probability: 0.0005 },
    { fault: 'kill-after' as const, probability: 0.0005 },
    { fault: 'conflict' as const, probability: 0.0005 },
    { fault: 'timeout-after' as const, probability: 0.0002, ms: 20 },
  ].map(({ probability, ...rule }, n) => ({
    ...rule,
    probability: probability * rough,
    function: 'jobs',
    seed: seed * 100 + n,
  }))

/** Calls of a tick that finds nothing to do, after one that did what is done once a day. */
async function costOfNothing({ clock, invoke, traces }: Cloud): Promise<number> {
  for (const minute of [5, 7]) {
    clock.set(dayBegins(FIRST_DAY) + minute * 60_000, true)
    await invoke('jobs', { audit: 'later' })
  }
  return traces().at(-1)?.calls.length ?? 0
}

/**
 * The timer alone, over so many days of a house with so many members: lots expire, points come, tiers are judged,
 * a new programme begins, everybody is reminded, and the function is killed again and again. Then every
 * account is held against what its life must have come to.
 */
export async function loadJobs({ members, days, seed, rough = 1, onDay = () => undefined }: Options) {
  const until = addDays(FIRST_DAY, days)
  const dataDir = mkdtempSync(join(tmpdir(), 'huitouke-jobs-'))
  const house = await openRestaurant({ dataDir, autoTimers: false }, { ...sampleFurniture, program: BEFORE })
  try {
    const lives = Array.from({ length: members }, (_, n) => lifeOf(n, seed))
    await admit(house.db, lives)
    await house.db.collection('programs').add({ _id: AFTER.version, ...AFTER })
    const idle = await costOfNothing(house.cloud)
    house.cloud.faults.set(rulesOf(seed, rough))
    const started = performance.now()
    const lived = await liveDays(house.cloud, until, onDay)
    const seconds = Math.round((performance.now() - started) / 1000)
    house.cloud.faults.set([])
    const { sums, problems } = await holdLives(house.db, lives, until)
    const changes = lives.reduce((sum, life) => sum + daysDue(life, until), 0)
    const looks = daysOfLooks(until) * members
    const beyondIdle = lived.calls - lived.ticks * idle
    return {
      asked: { members, days, seed, rough },
      seconds,
      ...lived,
      callsOfAnIdleTick: idle,
      due: { changes, looks },
      callsPerDueMember: Math.round((beyondIdle / (changes + looks)) * 1000) / 1000,
      callsPerChange: Math.round((beyondIdle / changes) * 1000) / 1000,
      books: sums,
      problems,
    }
  } finally {
    await house.cloud.close()
    await rm(dataDir, { recursive: true })
  }
}

export type JobsLoad = Awaited<ReturnType<typeof loadJobs>>
