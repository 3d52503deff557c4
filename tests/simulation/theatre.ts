import type { Env } from '../../cloudfunctions/env'
import { Meter } from '../../cloudfunctions/meter'
import { openGuard } from '../../cloudfunctions/witness'
import type { BusinessDay } from '../../core/contract'
import { assert } from '../../core/domain/result'
import { reachDatabase } from '../../core/store/reach-database'
import { type Restaurant, readRestaurant } from '../../core/store/restaurant'
import type { Books } from './books'
import { databaseThrough } from './database-through'
import { MADE } from './faults'
import { type House, openidOf, restaurantOn, SECRET, sealsAt } from './house'
import { type Invocation, LOST } from './invocation'
import { judge } from './judge'
import { plainDay } from './plain-lots'
import type { Question } from './question'
import { limitOf, runFunction } from './run-function'
import type { World } from './world'

/** How far the clocks of two functions may lie apart. */
const SKEW_MS = 40_000

/** Every function starts with nothing known now and then; otherwise it still knows the restaurant. */
const OFTEN_COLD = 0.05

export class Theatre {
  cold = OFTEN_COLD
  /** One for each function, as long as its instance lives; null where nothing is counted. */
  meters: Map<string, Meter> | null = null

  constructor(
    readonly world: World,
    readonly house: House,
    readonly books: Books,
  ) {}

  /** Ask the product; the answer, or LOST when none arrives. Every answer is judged as it comes. */
  async ask(question: Question): Promise<unknown> {
    const { world } = this
    const { run, answered } = world.begin(question, limitOf(question), this.skew())
    world.trace?.(
      `#${run.id} ${question.asked} ${JSON.stringify(question.input)} at ${run.now.toISOString()}`,
    )
    this.books.asked(question)
    if (question.hostile) world.count('hostile')
    runFunction(question, this.environment(run)).then(
      (answer) => this.answer(run, answer),
      (error: Error) => {
        this.books.violate('no unhandled error', `${question.asked} threw ${error.stack}`)
        world.end(run, LOST)
      },
    )
    return answered
  }

  /** The answer leaves the function; it may still be lost on its way to the phone. */
  private answer(run: Invocation, answer: unknown): void {
    const { world } = this
    if (!run.alive) return
    world.trace?.(`#${run.id} answers ${JSON.stringify(answer).slice(0, 200)}`)
    judge(this.books, run, answer)
    const lost = world.chance.happens(world.roughness / 2)
    if (lost) world.count('answerLost')
    world.end(run, lost ? LOST : answer)
  }

  private skew(): number {
    const { world } = this
    if (world.roughness === 0 || !world.chance.happens(0.2)) return 0
    world.count('clockSkewed')
    return Math.floor((world.chance.unit() * 2 - 1) * SKEW_MS)
  }

  /** Now and then an instance dies, and what it had counted with it. */
  private meterOf({ asked }: Question): Meter | undefined {
    const [name = ''] = asked.split('.')
    if (this.meters === null) return undefined
    const known = this.meters.get(name)
    if (known !== undefined && !this.world.chance.happens(OFTEN_COLD)) return known
    const meter = new Meter(() => this.world.now)
    this.meters.set(name, meter)
    return meter
  }

  private environment(run: Invocation): Env {
    const { world, house, books } = this
    const chance = () => world.chance.unit()
    const sleep = (ms: number) => world.nap(run, ms)
    const wire = databaseThrough((action, body) => world.call(run, action, body))
    const db = reachDatabase(wire, { sleep, chance })
    const { who } = run.question
    const day = plainDay(run.now.getTime()) as BusinessDay
    const cold = world.chance.happens(this.cold)
    const meter = this.meterOf(run.question)
    const caller = () => {
      assert(who !== null, 'the platform names no caller')
      return who
    }
    let read: Promise<Restaurant> | undefined
    const restaurant = async () => {
      read ??= cold ? readRestaurant(db, day) : Promise.resolve(restaurantOn(house, day))
      const known = await read
      run.program = known.program
      return known
    }
    return {
      ...openGuard({ db, now: run.now }, caller),
      db,
      now: run.now,
      secret: SECRET,
      seals: {
        ...sealsAt(house, run.now.getTime()),
        draw: (bytes) => Buffer.from(world.chance.uuid()).subarray(0, bytes),
      },
      caller,
      openid: () => openidOf(caller()),
      askWechat: (apiName, request) =>
        world.call(run, 'wx.api', { apiName, requestData: JSON.stringify(request) }),
      askWechatForPicture: async (apiName, request) => {
        const body = { apiName, requestData: JSON.stringify(request) }
        return (await world.call(run, 'wx.openApi', body)).answer
      },
      ...(meter === undefined ? {} : { meter }),
      isFromPhone: who !== null,
      chance,
      sleep,
      warn: () => undefined,
      lanes: house.lanes,
      newToken: () => world.chance.uuid(),
      restaurant,
      program: async () => (await restaurant()).program,
      log: (line) => {
        const bug = line as { at?: string; message?: string; stack?: string }
        if (bug.at === 'bug' && !bug.message?.includes(MADE))
          books.violate('no unhandled error', `${run.question.asked}: ${bug.stack}`)
      },
    }
  }
}
