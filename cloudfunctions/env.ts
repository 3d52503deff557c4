import { randomInt, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import tcb from '@cloudbase/node-sdk'
import type { MemberId } from '../core/contract'
import { businessDayOf } from '../core/domain/calendar'
import { assert } from '../core/domain/result'
import type { Database, Kept } from '../core/store/database'
import { reachDatabase } from '../core/store/reach-database'
import { type Restaurant, readRestaurant } from '../core/store/restaurant'
import { memberIdOf } from './codes'
import { countCalls, type Effort } from './count-calls'
import { Meter } from './meter'
import { readSeals, type Seals } from './seal'
import { type Guard, openGuard } from './witness'

/** Everything a handler may touch beyond its input. */
export interface Env extends Kept, Guard {
  /** Who calls, by the platform's word. */
  caller(): MemberId
  /** The platform's own name for him: never kept or told, but sealed. */
  openid(): string
  /** A mini-program calls; otherwise the platform itself does: a timer, the HTTP access. */
  isFromPhone: boolean
  restaurant(): Promise<Restaurant>
  secret: string
  /** What is kept of a person and must not be read in the database is sealed with these. */
  seals: Seals
  /** A new random token. Never taken inside a block that is tried again. */
  newToken(): string
  log(line: object): void
  /** Ask one of WeChat's own services. It may answer no; when it fails nobody knows what it did. */
  askWechat(service: string, request: object): Promise<unknown>
  /** The same for a service that answers with a picture, in bytes; when it answers no, it still does so in words. */
  askWechatForPicture(service: string, request: object): Promise<unknown>
  /** What the event has cost so far, where it is counted. */
  effort?: () => Effort
  /** In how many lanes the timer works. */
  lanes: number
  /** Counts the calls of this instance, where they are counted. */
  meter?: Meter
}

const KEEP_MS = 60_000

let app: ReturnType<typeof tcb.init> | undefined
let seals: Seals | undefined
const meter = new Meter(() => performance.now())
let known: { restaurant: Promise<Restaurant>; day: string; at: number } | undefined

/** The environment of one event. The platform puts the caller into the process, one event at a time. */
export function cloudEnv(): Env {
  app ??= tcb.init({ env: tcb.SYMBOL_CURRENT_ENV })
  seals ??= readSeals(process.env.HUITOUKE_SEAL_KEYS ?? '')
  const { openId } = app.auth().getUserInfo()
  const chance = () => randomInt(2 ** 32) / 2 ** 32
  const sleep = (ms: number) => pause(ms)
  const database = app.database() as unknown as Database
  const { db, effort } = countCalls(reachDatabase(database, { sleep, chance }))
  const now = new Date()
  const secret = process.env.HUITOUKE_SECRET ?? ''
  const log = (line: object) => console.log(JSON.stringify(line))
  const isFromPhone = typeof openId === 'string' && openId !== ''
  const openid = () => {
    assert(isFromPhone, 'the platform names no caller')
    return openId
  }
  const caller = () => memberIdOf(secret, openid())
  return {
    ...openGuard({ db, now }, caller),
    db,
    now,
    secret,
    seals,
    caller,
    openid,
    isFromPhone,
    log,
    effort,
    meter,
    chance,
    sleep,
    warn: (what, error) => log({ at: 'warning', what, error: String(error) }),
    newToken: () => randomUUID(),
    lanes: Number(process.env.HUITOUKE_LANES ?? 1),
    askWechat,
    askWechatForPicture,
    restaurant: () => keepRestaurant(db, now),
    program: async () => (await keepRestaurant(db, now)).program,
  }
}

async function askWechat(apiName: string, requestData: object): Promise<unknown> {
  assert(app !== undefined, 'nothing is asked before the platform is known')
  return (await app.callWxOpenApi({ apiName, requestData })).result
}

/** Bytes go out, and bytes or words come back: the other way of asking takes no pictures. */
async function askWechatForPicture(apiName: string, request: object): Promise<unknown> {
  assert(app !== undefined, 'nothing is asked before the platform is known')
  return app.callCompatibleWxOpenApi({ apiName, requestData: Buffer.from(JSON.stringify(request)) })
}

/** Read once a minute and whenever the business day turns. A failed read is not kept. */
function keepRestaurant(db: Database, now: Date): Promise<Restaurant> {
  const day = businessDayOf(now)
  const at = performance.now()
  if (known?.day === day && at - known.at < KEEP_MS) return known.restaurant
  const restaurant = readRestaurant(db, day)
  known = { restaurant, day, at }
  restaurant.catch(() => {
    known = undefined
  })
  return restaurant
}
