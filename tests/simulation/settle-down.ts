import type { CollectionName } from '../../core/store/database'
import type { Member } from '../../core/store/member'
import type { Redemption } from '../../core/store/redemption'
import type { Stock } from '../../core/store/stock'
import { advance, layGhosts } from './advance'
import { type Answer, isUndecided } from './answer'
import type { History } from './history'
import { programOn } from './house'
import { judgeEnd } from './judge-end'
import { plainDay } from './plain-lots'
import { bodyOf, keyOf, type Question } from './question'

/** Longer than every fence, lease and pause of the timer. */
const LATER_MS = 61 * 60_000
/** More rounds than any backlog of a history takes. */
const ROUNDS = 6

/**
 * Nothing goes wrong any more: half of those who never learned what became of their command ask
 * again, the others have given up; the timer runs until it finds nothing to do. I15.
 */
export async function settleDown(history: History): Promise<void> {
  const { world, stage, books } = history
  world.roughness = 0
  world.aim = null
  await layGhosts(world)
  world.now = Math.max(world.now, world.latest) + LATER_MS
  if (somethingIsHeld(history)) await alone(history, TICK)
  for (const question of differing(stage.undecided))
    if (world.chance.happens(0.5)) await finallyAsk(history, question)
  for (let round = 0; round < ROUNDS; round++) {
    world.now += LATER_MS
    const answer = (await alone(history, TICK)) as Answer & Tick
    if (foundNothing(answer) || nothingWaits(history)) return judgeEnd(books, world.now)
  }
  books.violate('I15', `the timer still finds something to do after ${ROUNDS} rounds`)
}

/** A claim whose piece is held too long is told to wait until the timer has looked. */
const somethingIsHeld = ({ books }: History): boolean =>
  books.engine.all<Stock>('stock').some(({ holds }) => Object.keys(holds).length > 0)

const TICK: Question = { asked: 'jobs.tick', who: null, input: {} }

/** What a tick tells that it found to do. */
const CHORES = [
  'time',
  'swept',
  'errands',
  'told',
  'met',
  'decided',
  'noted',
  'stock',
  'voided',
  'phones',
  'resealed',
] as const
type Tick = Partial<Record<(typeof CHORES)[number], number>> & { busy?: string[] }

const NOTED: CollectionName[] = ['staff', 'invitations', 'alarms', 'programs', 'drafts']

/** What is not named was not due. */
const foundNothing = (tick: Answer & Tick): boolean =>
  tick.ok && tick.busy === undefined && CHORES.every((chore) => (tick[chore] ?? 0) === 0)

/** The same, read in the database: a timer that is asked once more would find nothing. */
function nothingWaits({ books: { engine, house }, world }: History): boolean {
  const today = plainDay(world.now)
  const { validFrom } = programOn(house, today)
  const isSettled = ({ outboxSince, nextDueOn, programFrom }: Member) =>
    outboxSince === 0 && nextDueOn > today && programFrom >= validFrom
  const noted = NOTED.flatMap((name) => engine.all<{ noted?: string }>(name))
  return (
    engine.all<Member>('members').every(isSettled) &&
    noted.every((one) => (one.noted ?? '') === '') &&
    engine.all<Stock>('stock').every(({ holds }) => Object.keys(holds).length === 0) &&
    engine.all<{ dueAt: number }>('errands').every(({ dueAt }) => dueAt === 0) &&
    engine.all<{ openSince: number }>('phones').every(({ openSince }) => openSince === 0) &&
    engine.all<Redemption>('redemptions').every(({ openSince = 0 }) => openSince === 0)
  )
}

const differing = (asked: readonly Question[]): Question[] => [
  ...new Map(asked.filter((question) => keyOf(question) !== null).map((one) => [bodyOf(one), one])).values(),
]

/** Alone and unhurt, a command must be decided. */
async function finallyAsk(history: History, question: Question): Promise<void> {
  const answer = await alone(history, question)
  if (isUndecided(answer))
    history.books.violate('progress', `${question.asked} ${question.input.key} is still undecided`)
}

/** Ask while nothing else runs. */
export async function alone({ world, stage }: History, question: Question): Promise<unknown> {
  let answer: { is: unknown } | null = null
  stage.theatre.ask(question).then((is) => {
    answer = { is }
  })
  await world.settled()
  while (answer === null) await advance(world)
  return (answer as { is: unknown }).is
}
