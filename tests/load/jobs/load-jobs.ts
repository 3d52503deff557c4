import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BusinessDay } from '../../../core/contract'
import { dayBegins } from '../../../core/domain/calendar'
import type { FaultRule } from '../../../local/cloud/faults/fault-rule'
import type { Cloud } from '../../../local/cloud/start-cloud'
import { openRestaurant } from '../../../local/restaurant/open-restaurant'
import { sampleFurniture } from '../../../local/restaurant/sample'
import { AFTER, admit, BEFORE } from './admit'
import { holdLives } from './hold-lives'
import { daysDue, daysLived, FIRST_DAY, lifeOf } from './life'
import { type Lived, liveDays } from './live-days'

interface Options {
  members: number
  seed: number
  onDay?: (day: BusinessDay, lived: Lived) => void
}

/** About one call in a thousand kills the timer, before or after it was done; others conflict or lose their answer. */
const rulesOf = (seed: number): FaultRule[] =>
  [
    { fault: 'kill-before' as const, probability: 0.0005 },
    { fault: 'kill-after' as const, probability: 0.0005 },
    { fault: 'conflict' as const, probability: 0.0005 },
    { fault: 'timeout-after' as const, probability: 0.0002, ms: 20 },
  ].map((rule, n) => ({ ...rule, function: 'jobs', seed: seed * 100 + n }))

/** Calls of a tick that finds nothing to do, after one that did what is done once a day. */
async function costOfNothing({ clock, invoke, traces }: Cloud): Promise<number> {
  for (const minute of [5, 7]) {
    clock.set(dayBegins(FIRST_DAY) + minute * 60_000, true)
    await invoke('jobs', { audit: 'later' })
  }
  return traces().at(-1)?.calls.length ?? 0
}

/**
 * The timer alone, over 39 days of a house with so many members: lots expire, points come, tiers are judged,
 * a new programme begins, everybody is reminded, and the function is killed again and again. Then every
 * account is held against what its life must have come to.
 */
export async function loadJobs({ members, seed, onDay = () => undefined }: Options) {
  const dataDir = mkdtempSync(join(tmpdir(), 'huitouke-jobs-'))
  const house = await openRestaurant({ dataDir, autoTimers: false }, { ...sampleFurniture, program: BEFORE })
  try {
    const lives = Array.from({ length: members }, (_, n) => lifeOf(n, seed))
    await admit(house.db, lives)
    await house.db.collection('programs').add({ _id: AFTER.version, ...AFTER })
    const idle = await costOfNothing(house.cloud)
    house.cloud.faults.set(rulesOf(seed))
    const started = performance.now()
    const lived = await liveDays(house.cloud, onDay)
    const seconds = Math.round((performance.now() - started) / 1000)
    house.cloud.faults.set([])
    const { sums, problems } = await holdLives(house.db, lives)
    const changes = lives.reduce((sum, life) => sum + daysDue(life), 0)
    // Everybody is met by the new programme, and looked at on the first of the month.
    const looks = 2 * members
    const beyondIdle = lived.calls - lived.ticks * idle
    return {
      asked: { members, seed, days: daysLived },
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
