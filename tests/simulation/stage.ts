import { ORDERS_PATH, tillSignature } from '../../cloudfunctions/pos/check-signature'
import type { Contract, MemberId, Program, TillOrder, TillRefund } from '../../core/contract'
import { type Answer, isUndecided } from './answer'
import type { Chance } from './chance'
import { BRANCHES, programOn } from './house'
import { plainDay } from './plain-lots'
import type { PlainMember } from './plain-model'
import type { Question } from './question'
import type { Theatre } from './theatre'

/** What people remember in the course of a history: codes they were shown, and what they asked before. */
export class Stage {
  readonly sent: Question[] = []
  /** What was given up before it was decided. */
  readonly undecided: Question[] = []
  readonly shownCodes: { code: string; at: number }[] = []
  readonly redemptionCodes: string[] = []
  /** Who claimed each of them. */
  readonly owners = new Map<string, MemberId>()
  readonly invitations: string[] = []
  readonly http: Question[] = []
  /** Orders that died on their way, and were not sent again. */
  readonly cutOrders: Question[] = []
  /** Requests of tills that were answered: their nonces are spent. */
  readonly answeredTills: Question[] = []

  constructor(readonly theatre: Theatre) {}

  get now(): number {
    return this.theatre.world.now
  }

  /** What is promised today. */
  get program(): Program {
    return programOn(this.theatre.books.house, plainDay(this.now))
  }

  /** Who of them is known, as the plain model has him. */
  known(people: readonly MemberId[]): { id: MemberId; plain: PlainMember }[] {
    return people.flatMap((id) => {
      const plain = this.theatre.books.people.get(id)?.plain
      return plain === undefined ? [] : [{ id, plain }]
    })
  }

  /** Ask, and be killed when so many of its calls are done; nothing dies in a smooth history. */
  async askAndDie(question: Question, call: number): Promise<unknown> {
    const { world } = this.theatre
    if (world.roughness > 0) world.aim = { asked: question.asked, call, fault: 'killedAfter' }
    const answer = await this.theatre.ask(question)
    world.aim = null
    return answer
  }

  /** Where somebody works, or would. */
  branchOf(staff: MemberId): string {
    return this.theatre.books.roles.get(staff)?.findLast(({ is }) => is !== null)?.is?.branch ?? 'jingan'
  }

  question<N extends keyof Contract>(
    who: MemberId | null,
    name: N,
    procedure: keyof Contract[N] & string,
    input: Record<string, unknown>,
  ): Question {
    return { asked: `${name}.${procedure}` as Question['asked'], who, input }
  }

  /** Ask, and again under the same key while nothing is decided, as long as there is patience. */
  async persist(question: Question, chance: Chance): Promise<Answer | null> {
    this.sent.push(question)
    for (;;) {
      const answer = await this.theatre.ask(question)
      if (!isUndecided(answer)) return answer as Answer
      if (chance.happens(0.6)) continue
      this.undecided.push(question)
      return null
    }
  }

  /** What a till sends: signed, with a fresh nonce each time. */
  till(branch: string, orders: TillOrder[], chance: Chance, refunds: TillRefund[] = []): Question {
    const key = BRANCHES.find(({ _id }) => _id === branch)?.tillKey ?? ''
    const isOne = orders.length === 1 && refunds.length === 0 && chance.happens(0.5)
    const parts = { ...(orders.length > 0 ? { orders } : {}), ...(refunds.length > 0 ? { refunds } : {}) }
    const body = JSON.stringify(isOne ? orders[0] : parts)
    const timestamp = String(Math.floor(this.now / 1000))
    const nonce = chance.hex(20)
    const headers = {
      'x-branch': branch,
      'x-timestamp': timestamp,
      'x-nonce': nonce,
      'x-signature': tillSignature(key, timestamp, nonce, body),
    }
    const http = { path: ORDERS_PATH, httpMethod: 'POST', headers, body }
    return { asked: 'pos.orders', who: null, input: {}, http, branch, orders, refunds }
  }
}

/** One thing somebody sets out to do. */
export type Script = (stage: Stage, chance: Chance) => Promise<void>
