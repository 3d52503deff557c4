import type { BranchId } from '../../core/contract'
import { billId } from '../../core/store/bill-claim'
import { type OpenRestaurant, openRestaurant } from '../restaurant/open-restaurant'
import type { Till } from '../restaurant/till'
import { BadInput } from './bad-input'
import { furnitureOf } from './furniture'
import { type Progress, readProgress, type Tally } from './keep-progress'
import { measureRate } from './measure-rate'
import { nameBranches } from './name-branches'
import { type Plan, planDays } from './plan-days'
import type { Outcome } from './print-summary'
import { readMembers } from './read-members'
import type { Options } from './read-options'
import { type Receipt, readOrders } from './read-orders'
import { openidOf } from './recognise-member'
import { reliveDays } from './relive-days'
import type { showProgress } from './show-progress'
import { takeStock } from './take-stock'

/** What is to be replayed, read and proved before anything is sent. */
export interface Script {
  options: Options
  dataDir: string
  receipts: Receipt[]
  /** Members, by the restaurant's own numbers. */
  refs: string[]
  plan: Plan
  until: Plan['last']
  before: Progress
  notes: string[]
}

export function readScript(options: Options, dataDir: string): Script {
  const receipts = readOrders(options.dir)
  const { newcomers, notes } = readMembers(options.dir)
  const plan = planDays(receipts, newcomers)
  const until = options.until ?? plan.last
  if (until < plan.last) throw new BadInput([`--until ${until} is before the last day, ${plan.last}`])
  const before = readProgress(dataDir, options.program.name, { receipts, newcomers })
  const refs = [...newcomers, ...receipts].flatMap(({ ref }) => ref ?? [])
  return { options, dataDir, receipts, refs: [...new Set(refs)], plan, until, before, notes }
}

/** Open the restaurant the receipts come from, let it all happen, add up, and close. */
export async function replay(script: Script, show: typeof showProgress): Promise<Outcome> {
  const ids = nameBranches(script.receipts.map(({ branch }) => branch))
  const settings = { dataDir: script.dataDir, autoTimers: false, onLog: tellBugs }
  const restaurant = await openRestaurant(settings, furnitureOf(script.options.program.program, ids))
  try {
    return await replayIn(restaurant, script, ids, show)
  } finally {
    await restaurant.cloud.close()
  }
}

const tellBugs = ({ source, text }: { source: string; text: string }) => {
  if (/"at":"(bug|warning)"/.test(text)) console.error(`[${source}] ${text}`)
}

/** Send everything, and add up what stands in the database then. */
async function replayIn(
  restaurant: OpenRestaurant,
  script: Script,
  ids: ReadonlyMap<string, BranchId>,
  show: typeof showProgress,
): Promise<Outcome> {
  const { dataDir, receipts, plan, until, before, refs, options } = script
  const rate = measureRate()
  const progress = show(receipts.length, answeredIn(before), rate)
  const tills = await openTills(restaurant, ids)
  const scene = { restaurant, dataDir, tills, rate, onStep: progress.step }
  const tally = await reliveDays(scene, plan, until, before)
  progress.stop()

  const stock = await takeStock(restaurant, refs.map(openidOf), options.program.program)
  for (const { ref, branch, orderId } of receipts) {
    const times = stock.settled.get(billId(ids.get(branch) as BranchId, orderId)) ?? 0
    if (ref !== null && times !== 1) stock.problems.push(`order ${orderId} was settled ${times} times`)
  }
  return { tally, stock, rate }
}

const answeredIn = ({ orders, refused }: Tally) =>
  Object.values(refused).reduce((sum, count) => sum + count, orders)

/** Each branch's till, by the branch's name as given. */
async function openTills({ cloud, branches }: OpenRestaurant, ids: ReadonlyMap<string, BranchId>) {
  const keys = new Map((await branches()).map(({ _id, tillKey }): [string, string] => [_id, tillKey]))
  return new Map(
    [...ids].map(([name, branch]): [string, Till] => [
      name,
      { url: cloud.url, branch, key: keys.get(branch) ?? '' },
    ]),
  )
}
