import { Chance } from '../simulation/chance'
import { closeUp } from './close-up'
import { BRANCHES, type BranchName, furnitureOfDinner } from './dinner'
import { Evening } from './evening'
import { judgeMemory } from './flat'
import { dine, type Guest, type Scene } from './guest'
import { ABOUT_THE_BOOKS, holdAgainstBooks } from './hold-against-books'
import { type Held, measure } from './memory'
import { type House, openHouseProcess } from './open-house-process'
import { type Network, Phone } from './phone'
import { TillQueue } from './till-queue'
import { Told } from './told'
import { lineOf, rulesOf } from './weather'
import { Wire } from './wire'

export interface LoadOptions {
  members: number
  minutes: number
  faults: boolean
  seed: number
  /** Questions under way at the same time. */
  abreast: number
  onProgress?: (told: Told, second: number) => void
}

/** A dinner in three branches begins at half past six. */
const OPENS_AT = Date.parse('2026-06-18T18:30:00+08:00')
const SAMPLES = 12

/** One evening of the house over the real local cloud, then the night, then the comparison. */
export async function load(options: LoadOptions) {
  const furniture = furnitureOfDinner()
  const house = await openHouseProcess({ furniture, autoTimers: true })
  const wire = new Wire(house.url)
  try {
    const setClock = (instant: number) =>
      wire.must('PUT', '/local/clock', { now: new Date(instant).toISOString(), frozen: true })
    const evening = new Evening(OPENS_AT, options.abreast, setClock)
    const told = new Told()
    const started = performance.now()
    const samples = await spend(house, options, {
      wire,
      evening,
      told,
      line: lineOf(options.faults),
    })
    const seconds = (performance.now() - started) / 1000
    const hits = await hitsOf(wire)
    const night = await closeUp(wire, house.db, evening.now)
    const stocked = new Map(furniture.program.rewards.map(({ id, stock }) => [id as string, stock ?? 0]))
    const sums = await holdAgainstBooks(house, told, stocked)
    const memory = judgeMemory([...samples, await measure(house, told.answered)])
    return summary(options, { told, evening, seconds, hits, night, sums, memory })
  } finally {
    wire.close()
    await house.close()
  }
}

/** Everybody dines; now and then the memory is looked at. */
async function spend(house: House, options: LoadOptions, network: Network): Promise<Held[]> {
  const { wire, evening, told } = network
  const scene = sceneOf(house, options, network)
  await wire.must('POST', '/local/faults', rulesOf(options.faults, options.seed))
  const failures: unknown[] = []
  const dinners = guestsOf(options).map((guest) => dine(guest, scene).catch((error) => failures.push(error)))
  const samples: Held[] = []
  const lastSecond = options.minutes * 60
  const look = async () => {
    for (let n = 1; n <= SAMPLES; n++) {
      await evening.after(lastSecond / (SAMPLES + 1))
      samples.push(await evening.ask(() => measure(house, told.answered)))
      options.onProgress?.(told, evening.second)
    }
  }
  await Promise.all([look(), evening.pass(), ...dinners])
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} were never answered`)
  return samples
}

function sceneOf({ tills }: House, { seed }: LoadOptions, network: Network): Scene {
  const queueOf = (branch: BranchName, n: number): [BranchName, TillQueue] => {
    const till = tills.get(branch)
    if (till === undefined) throw new Error(`${branch} has no till`)
    return [branch, new TillQueue(network, till, new Chance(seed * 1_000_003 - 1 - n))]
  }
  const desks = furnitureOfDinner().staff.map(({ openid }, n): [string, Phone] => [
    openid,
    new Phone(network, openid, new Chance(seed * 1_000_003 - 100 - n)),
  ])
  return { network, tills: new Map(BRANCHES.map(queueOf)), desks: new Map(desks) }
}

/** The last guests need this long to dine. */
const MEAL_SECONDS = 420
const SHORTEST_RUSH = 30

/** Most come in the middle of the hour: the sum of two draws has a peak. */
function guestsOf({ members, minutes, seed }: LoadOptions): Guest[] {
  const rush = Math.max(minutes * 60 - MEAL_SECONDS, SHORTEST_RUSH)
  return Array.from({ length: members }, (_, number) => {
    const chance = new Chance(seed * 1_000_003 + number)
    const arrives = Math.floor(((chance.unit() + chance.unit()) / 2) * rush)
    return { openid: `guest-${number}`, branch: chance.pick(BRANCHES), number, arrives, chance }
  })
}

/** How often each fault hit a call of the database. */
async function hitsOf(wire: Wire): Promise<Record<string, number>> {
  const rules = (await wire.must('GET', '/local/faults')) as { fault: string; hit: number }[]
  return Object.fromEntries(rules.map(({ fault, hit }) => [fault, hit]))
}

function summary(
  { members, minutes, faults, seed, abreast }: LoadOptions,
  found: {
    told: Told
    evening: Evening
    seconds: number
    hits: Record<string, number>
    night: Awaited<ReturnType<typeof closeUp>>
    sums: Awaited<ReturnType<typeof holdAgainstBooks>>
    memory: ReturnType<typeof judgeMemory>
  },
) {
  const { told, evening, seconds, hits, night, sums, memory } = found
  const { problems, ...books } = sums
  const { questions, answered, attempts, lostAnswers, sentTwice } = told
  const wrong = ABOUT_THE_BOOKS.filter((kind) => kind in night.alarms)
  return {
    asked: { members, minutes, faults, seed, abreast },
    houseMinutes: Math.round(evening.second / 6) / 10,
    seconds: Math.round(seconds),
    questions,
    answered,
    attempts,
    perSecond: Math.round(answered / seconds),
    faults: { calls: hits, lostAnswers, sentTwice },
    refusals: Object.fromEntries([...told.refusals].sort()),
    books,
    night,
    problems: [...problems, ...wrong.map((kind) => `the audit found ${kind} ${night.alarms[kind]} times`)],
    memory,
  }
}

export type Load = Awaited<ReturnType<typeof load>>
