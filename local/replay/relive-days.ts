import { memberIdOf } from '../../cloudfunctions/codes'
import type { BusinessDay } from '../../core/contract'
import { addDays } from '../../core/domain/calendar'
import type { OpenRestaurant } from '../restaurant/open-restaurant'
import type { Till } from '../restaurant/till'
import { admitMember } from './admit-member'
import { forgetDays, keepProgress, type Progress } from './keep-progress'
import type { Rate } from './measure-rate'
import type { Happening, Plan } from './plan-days'
import type { Receipt } from './read-orders'
import { openidOf } from './recognise-member'
import { runAbreast } from './run-abreast'
import { morningOf, runJobs } from './run-jobs'
import { sendReceipt } from './send-receipt'

/** Requests in flight. */
const ABREAST = 6

/** The sweeper leaves alone what was written in the last seconds. */
const SETTLED_MS = 10_000

export interface Scene {
  restaurant: OpenRestaurant
  dataDir: string
  /** By the branch's name as given. */
  tills: Map<string, Till>
  rate: Rate
  onStep(day: BusinessDay, receipts: number): void
}

/**
 * Let the past happen again, a business day at a time, the jobs every morning, up to `until`.
 * Returns what the tills were answered.
 */
export async function reliveDays(
  scene: Scene,
  { days, first, last, end }: Plan,
  until: BusinessDay,
  before: Progress,
): Promise<Progress> {
  const { restaurant, dataDir } = scene
  let progress = before
  for (let day = first; day <= until; day = addDays(day, 1)) {
    if (progress.day !== null && day <= progress.day) continue
    if (day > first)
      await runJobs(restaurant.cloud, morningOf(day), day < until || until === last ? 'later' : 'due')
    const next = { ...progress, refused: { ...progress.refused }, day }
    await runAbreast(days.get(day) ?? [], ABREAST, (queue) => reliveQueue(scene, queue, next))
    progress = next
    keepProgress(dataDir, progress)
    scene.onStep(day, 0)
  }
  // What the last day left in outboxes is put in its place.
  if (until === last) await runJobs(restaurant.cloud, new Date(end.getTime() + SETTLED_MS), 'due')
  keepProgress(dataDir, forgetDays(progress))
  return progress
}

/** One person's day, in its order. */
async function reliveQueue(scene: Scene, queue: readonly Happening[], tally: Progress): Promise<void> {
  for (const happening of queue)
    if (happening.kind === 'join') await admitMember(scene.restaurant, happening.newcomer)
    else await relive(scene, happening.receipt, tally)
}

async function relive(scene: Scene, receipt: Receipt, tally: Progress): Promise<void> {
  const { restaurant, tills, rate } = scene
  const till = tills.get(receipt.branch)
  if (till === undefined) throw new Error(`the branch ${receipt.branch} has no till`)
  const member = receipt.ref === null ? null : memberIdOf(restaurant.secret, openidOf(receipt.ref))
  rate.sent()
  const result = await sendReceipt(till, receipt, member)
  rate.answered()
  if (result.ok) {
    tally.orders += 1
    if (member !== null) tally.memberOrders += 1
  } else tally.refused[result.refusal] = (tally.refused[result.refusal] ?? 0) + 1
  scene.onStep(tally.day ?? ('' as BusinessDay), 1)
}
