import type { Doc } from '../../local/cloud/engine/document'
import { CALL_FAULTS, type CallFault, failure, MADE } from './faults'
import { type Call, ghosts, pickOne } from './pending'
import type { World } from './world'

const SLOW_MS = 15_000
/** How long a call that was given up may still arrive. Far below the fences of the store. */
const LATE_MS = 60_000

/** Do one pending thing, chosen by chance, and let what follows from it happen. */
export async function advance(world: World): Promise<void> {
  world.step += 1
  world.now += 4 + world.chance.below(20)
  world.latest = Math.max(world.latest, world.now)
  for (const run of world.live)
    if (world.now - run.startedAt > run.limitMs) {
      world.count('timedOut')
      world.kill(run)
    }
  const [next] = world.pending.splice(pickOne(world.pending, world.policy, world.now, world.chance), 1)
  if (next?.kind === 'call') await perform(world, next)
  else if (next !== undefined) {
    world.now = Math.max(world.now, next.until)
    next.wake()
  }
  await world.settled()
}

/** Calls without a function that waits for them arrive now, or never. */
export async function layGhosts(world: World): Promise<void> {
  for (const call of ghosts(world.pending)) {
    world.pending.splice(world.pending.indexOf(call), 1)
    if (world.chance.happens(0.7)) await perform(world, call)
  }
  await world.settled()
}

function drawFault({ aim, chance, roughness }: World, { by, number, given }: Call): CallFault | null {
  if (!by.alive || given) return null
  if (aim !== null) return aim.asked === by.question.asked && aim.call === number ? aim.fault : null
  return chance.happens(roughness) ? chance.weigh(CALL_FAULTS) : null
}

async function perform(world: World, call: Call): Promise<void> {
  const { by } = call
  const isGhost = !by.alive || call.given === true
  if (isGhost && world.now - call.sentAt > LATE_MS) return
  const fault = drawFault(world, call)
  if (fault === null) return deliver(world, call, await outcomeOf(world, call))
  world.aim = null
  world.count(fault)
  world.trace?.(`#${by.id} ${fault} at call ${call.number}: ${describe(call)}`)
  await suffer[fault](world, call)
}

const fail = (call: Call, error: Error) => {
  call.by.troubled = true
  call.fail(error)
}

const suffer: Record<CallFault, (world: World, call: Call) => Promise<void>> = {
  killedBefore: async (world, { by }) => world.kill(by),
  killedAfter: async (world, call) => {
    await outcomeOf(world, call)
    world.kill(call.by)
  },
  refused: async (_world, call) => fail(call, failure('ECONNREFUSED')),
  replyLost: async (world, call) => {
    await outcomeOf(world, call)
    fail(call, failure('ESOCKETTIMEDOUT'))
  },
  late: async (world, call) => {
    world.pending.push({ ...call, given: true, sentAt: world.now })
    fail(call, failure('ESOCKETTIMEDOUT'))
  },
  quota: async (_world, call) => fail(call, failure('EXCEED_REQUEST_LIMIT')),
  noAnswer: async (_world, call) => fail(call, new SyntaxError(`${MADE} a page of HTML`)),
  noPlace: async (_world, call) => fail(call, failure('EXCEED_CONCURRENT_REQUEST_LIMIT')),
  slow: async (world, call) => {
    world.now += SLOW_MS
    deliver(world, call, await outcomeOf(world, call))
  },
}

async function outcomeOf(world: World, { by, action, body }: Call): Promise<Doc | Error> {
  world.current = by
  try {
    return await world.engine.answer(action, body, by.now.getTime())
  } catch (error) {
    return error as Error
  } finally {
    world.current = null
  }
}

function deliver(world: World, call: Call, outcome: Doc | Error) {
  world.trace?.(`#${call.by.id} ${describe(call)} → ${brief(outcome)}`)
  if (!call.by.alive || call.given) return
  if (outcome instanceof Error) call.fail(outcome)
  else call.reply(outcome)
}

const describe = ({ action, body }: Call): string =>
  `${action.replace('database.', '')} ${body.collectionName} ${body.query ?? ''}`

const brief = (outcome: Doc | Error): string =>
  outcome instanceof Error ? outcome.message : JSON.stringify(outcome.data ?? outcome).slice(0, 160)
