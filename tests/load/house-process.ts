import { openRestaurant } from '../../local/restaurant/open-restaurant'
import type { HouseOrder } from './dinner'

/** What the process says: that it is open, or what it holds. */
export type HouseWord =
  | { open: { url: string; pid: number; secret: string; sdkEnv: Record<string, string>; tills: TillKey[] } }
  | { held: number }

interface TillKey {
  branch: string
  key: string
}

/** The house as a process of its own: the local cloud and the functions below it, nothing of those who ask. */
async function main() {
  const { dataDir, furniture, autoTimers, functionConcurrency } = JSON.parse(
    process.argv[2] ?? '{}',
  ) as HouseOrder
  const limits = functionConcurrency === undefined ? {} : { limits: { functionConcurrency } }
  const house = await openRestaurant({ dataDir, autoTimers, ...limits }, furniture)
  const tills = (await house.branches()).map(({ _id, tillKey }) => ({ branch: _id, key: tillKey }))
  const { url, sdkEnv } = house.cloud
  say({ open: { url, pid: process.pid, secret: house.secret, sdkEnv, tills } })
  process.on('message', (word) => {
    if (word === 'held') say({ held: heldBytes() })
    if (word === 'close') void house.cloud.close().then(() => process.exit(0))
  })
  process.on('disconnect', () => process.exit(0))
}

/** What is still reachable: everything else has been collected. */
function heldBytes(): number {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const say = (word: HouseWord) => process.send?.(word)

main().catch((error: Error) => {
  console.error(error.stack)
  process.exit(1)
})
