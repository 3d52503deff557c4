import { advance, layGhosts } from './advance'
import { audit } from './audit'
import { Books } from './books'
import { Chance } from './chance'
import { openEngine } from './engine'
import { drawRoughness, type Fault } from './faults'
import { furnish } from './furnish'
import { drawHouse } from './house'
import { POLICIES } from './pending'
import { drawPlan, type Item, WAITS } from './plan'
import { scriptOf } from './scripts/scripts'
import { settleDown } from './settle-down'
import { Stage } from './stage'
import { Theatre } from './theatre'
import type { ThemeName } from './themes'
import { World } from './world'

export interface Telling {
  seed: number
  /** What it is about, where chance is not to say. */
  theme?: ThemeName
  /** Another order of the same things. */
  schedule?: number
  /** Only these of the plan's items. */
  only?: readonly number[]
  plan?: readonly Item[]
  trace?: (line: string) => void
}

export interface Outcome {
  seed: number
  violations: string[]
  operations: number
  steps: number
  faults: Partial<Record<Fault, number>>
  answers: Map<string, number>
  items: number
}

/** More than any history takes; then something waits for what never comes. */
const STUCK = 30_000
const AT_ONCE = 6
/** One house of so many is new. Its audits take a quarter of a history's time. */
const NEW_OF = 20
/** And what its functions cost is counted in one of so many. */
const MEASURED_OF = 8

/** Build the stage of a seed: house, database, books, scheduler. */
export async function openHistory({ seed, theme, schedule = 0, trace }: Telling) {
  const chance = new Chance(seed)
  const house = drawHouse(chance)
  const engine = openEngine(chance.pick(['DATABASE_REQUEST_FAILED', 'DATABASE_DUPLICATE_WRITE']))
  const plan = drawPlan(chance, theme)
  const roughness = drawRoughness(chance)
  const books = new Books(engine, house)
  const world = new World(engine, new Chance(seed * 7919 + schedule), house.beginsAt)
  books.step = () => world.step
  engine.onWrite((write) => books.wrote(write, world.current))
  await furnish(engine.lay, house, seed % NEW_OF === 1)
  world.roughness = roughness
  world.policy = world.chance.pick(POLICIES)
  if (trace !== undefined) world.trace = (line) => trace(`${new Date(world.now).toISOString()} ${line}`)
  const theatre = new Theatre(world, house, books)
  if (seed % MEASURED_OF === 2) theatre.meters = new Map()
  return { world, books, plan, stage: new Stage(theatre) }
}

export type History = Awaited<ReturnType<typeof openHistory>>

/** Tell one whole history and judge it. The same telling always ends the same way. */
export async function tell(telling: Telling): Promise<Outcome> {
  const history = await openHistory(telling)
  const { world, books } = history
  const plan = telling.plan ?? history.plan
  const items = plan.filter((_item, index) => telling.only?.includes(index) ?? true)
  await play(history, items)
  if (books.violations.length === 0) await settleDown(history)
  if (books.violations.length === 0) audit(history)
  return {
    seed: telling.seed,
    violations: books.violations,
    operations: world.operations,
    steps: world.step,
    faults: world.faults,
    answers: books.answers,
    items: plan.length,
  }
}

/** Run what is planned, several at once, until the first thing that may not be. */
export async function play(history: History, items: readonly Item[]): Promise<void> {
  const { world, books, stage } = history
  const waiting = [...items]
  let busy = 0
  while (books.violations.length === 0) {
    const [next] = waiting
    if (next === undefined && busy === 0) return
    if (next !== undefined && mayBegin(next, busy, world)) {
      waiting.shift()
      if ('wait' in next) await moveClock(world, next.wait)
      else {
        busy += 1
        const done = () => {
          busy -= 1
        }
        begin(stage, next).then(done, (error: Error) => {
          books.violate('the simulation itself', error.stack ?? error.message)
          done()
        })
        await world.settled()
      }
    } else await advance(world)
    if (world.step > STUCK) return books.violate('progress', 'the history does not end')
  }
}

/** Time is moved only while nothing runs: no function lives as long as that. */
const mayBegin = (item: Item, busy: number, { chance }: World): boolean =>
  'wait' in item ? busy === 0 : busy === 0 || (busy < AT_ONCE && chance.happens(0.3))

const begin = (stage: Stage, { script, seed }: Extract<Item, { script: string }>): Promise<void> =>
  scriptOf(script)(stage, new Chance(seed))

export async function moveClock(world: World, wait: keyof typeof WAITS): Promise<void> {
  await layGhosts(world)
  world.now += WAITS[wait]
  world.count('clockMoved')
  world.trace?.(`the clock is moved by ${wait}`)
}
