import type { Env } from '../../cloudfunctions/env'
import { answerTill } from '../../cloudfunctions/pos'
import type { HttpReply } from '../../cloudfunctions/pos/http'
import { openGuard } from '../../cloudfunctions/witness'
import type { MemberId } from '../../core/contract'
import { businessDayOf } from '../../core/domain/calendar'
import { assert } from '../../core/domain/result'
import { collections } from '../../core/store/collections'
import type { CollectionName } from '../../core/store/database'
import { readRestaurant } from '../../core/store/restaurant'
import type { Doc } from '../../local/cloud/engine/document'
import { Chance } from '../simulation/chance'
import { databaseThrough } from '../simulation/database-through'
import { type Engine, openEngine } from '../simulation/engine'
import { idOf, openidOf, SEALS, SECRET } from '../simulation/house'
import type { Asked, Question } from '../simulation/question'
import { runFunction } from '../simulation/run-function'
import { NOON } from './till'

/** Everybody who asks, and what he is here. */
export const CALLERS = {
  stranger: 'dan',
  diner: 'ben',
  cashier: 'oto',
  'cashier of another branch': 'pia',
  'revoked cashier': 'rex',
  manager: 'mia',
  nobody: null,
} as const
export type Caller = keyof typeof CALLERS

export const idOfCaller = (caller: Caller): MemberId | null =>
  CALLERS[caller] === null ? null : idOf(CALLERS[caller])

/** What a phone is answered. */
export interface Reply {
  ok: boolean
  data?: unknown
  refusal?: string
}

/** A house in this process: the real functions on the real engine, at a moment that stands still. */
export class House {
  #engine: Engine = openEngine('DATABASE_DUPLICATE_WRITE')
  readonly #chance = new Chance(1)
  #original: Partial<Record<CollectionName, Doc[]>> = {}
  /** Something was written since it was put in order; that a nonce was spent does not count. */
  isTouched = false
  /** What functions said of bugs. */
  bugs: string[] = []

  get db() {
    return databaseThrough((action, body) => this.#engine.answer(action, body, NOON))
  }

  #watch(): void {
    this.#engine.onWrite(({ collection }) => {
      this.isTouched ||= collection !== 'nonces'
    })
  }

  /** The collections that are not as they were when they were remembered; but for the nonces. */
  changed(): string[] {
    if (!this.isTouched) return []
    const original: Partial<Record<string, Doc[]>> = this.#original
    return Object.entries(this.#all())
      .filter(([name, now]) => name !== 'nonces' && JSON.stringify(now) !== JSON.stringify(original[name]))
      .map(([name]) => name)
  }

  #all(): Partial<Record<CollectionName, Doc[]>> {
    const names = Object.keys(collections) as CollectionName[]
    return Object.fromEntries(names.map((name) => [name, this.#engine.all<Doc>(name)]))
  }

  remember(): void {
    this.#original = this.#all()
    this.#watch()
    this.isTouched = false
  }

  /** As it was when it was remembered, if anything has been written since. */
  async putInOrder(): Promise<void> {
    if (!this.isTouched) return
    this.#engine = openEngine('DATABASE_DUPLICATE_WRITE')
    for (const [name, documents] of Object.entries(this.#original))
      if (documents.length > 0) await this.db.collection(name as CollectionName).add(documents)
    this.remember()
  }

  environment(who: MemberId | null, at = NOON): Env {
    const { db } = this
    const now = new Date(at)
    const caller = () => {
      assert(who !== null, 'the platform names no caller')
      return who
    }
    return {
      ...openGuard({ db, now }, caller),
      db,
      now,
      secret: SECRET,
      seals: SEALS.later,
      caller,
      openid: () => openidOf(caller()),
      askWechat: (apiName, request) =>
        this.#engine.answer('wx.api', { apiName, requestData: JSON.stringify(request) }, at),
      askWechatForPicture: async (apiName, request) => {
        const body = { apiName, requestData: JSON.stringify(request) }
        return (await this.#engine.answer('wx.openApi', body, at)).answer
      },
      isFromPhone: who !== null,
      chance: () => this.#chance.unit(),
      sleep: async () => undefined,
      warn: (what, error) => this.bugs.push(`${what}: ${error}`),
      lanes: 1,
      newToken: () => this.#chance.uuid(),
      restaurant: () => readRestaurant(db, businessDayOf(now)),
      program: async () => (await readRestaurant(db, businessDayOf(now))).program,
      log: (line) => {
        if ('at' in line && line.at === 'bug') this.bugs.push(JSON.stringify(line))
      },
    }
  }

  async ask(asked: Asked, who: MemberId | null, input: unknown, at?: number): Promise<Reply> {
    const question = { asked, who, input } as Question
    return (await runFunction(question, this.environment(who, at))) as Reply
  }

  /** What comes to the till's function; `who` is set when a phone calls it. */
  async post(event: unknown, who: MemberId | null = null): Promise<HttpReply> {
    return answerTill(event, this.environment(who))
  }

  read = (name: CollectionName, id: string) => this.#engine.read(name, id)

  uuid = (): string => this.#chance.uuid()
}
