import type { Contract, Procedure, Reply, RequestOf } from '../../core/contract'
import type { Chance } from '../simulation/chance'
import type { Evening } from './evening'
import type { Told } from './told'
import type { Wire } from './wire'

export type Of<N extends keyof Contract, P extends keyof Contract[N]> = Contract[N][P] extends Procedure
  ? Contract[N][P]
  : never

/** How bad the line between a phone and the cloud is: parts of all answers and questions. */
export interface Line {
  lost: number
  twice: number
}

/** As the mini-program: pauses before a question is asked again, in seconds. */
const RETRY_AFTER = [0.4, 1.2]
/** A person taps again after a moment, and does not give up: this many times means never. */
const TAP_AGAIN_AFTER = 3
const MOST_TAPS = 60

/** As the mini-program: nobody knows what became of the command. */
const UNDECIDED = ['BUSY', 'INTERNAL']

/** Commands of which every answer must be the same, however often they are sent. */
const REPLAYED = ['join', 'settleBill', 'claim', 'redeemCode']

type AnyReply = { ok: true; data: unknown } | { ok: false; refusal: string }

/** What all phones share. */
export interface Network {
  wire: Wire
  evening: Evening
  told: Told
  line: Line
}

/** A phone in somebody's hand. It asks as the mini-program does, with one key until there is an answer. */
export class Phone {
  #token: string | undefined

  constructor(
    readonly network: Network,
    readonly openid: string,
    readonly chance: Chance,
  ) {}

  /** Ask until there is a definite answer. */
  async ask<N extends keyof Contract, P extends keyof Contract[N] & string>(
    name: N,
    procedure: P,
    input: RequestOf<Of<N, P>>,
  ): Promise<Reply<Of<N, P>>> {
    const { told, evening } = this.network
    told.questions += 1
    for (let tap = 0; tap < MOST_TAPS; tap++) {
      if (tap > 0) await evening.after(TAP_AGAIN_AFTER)
      const reply = await this.#tap(name, { procedure, input })
      if (reply === null || isUndecided(reply)) continue
      told.answered += 1
      if (!reply.ok) told.refused(`${name}.${procedure}`, reply.refusal)
      return reply as Reply<Of<N, P>>
    }
    throw new Error(`${this.openid} was never answered about ${name}.${procedure}`)
  }

  /** One tap: three goes over the line. */
  async #tap(name: string, data: { procedure: string; input: unknown }): Promise<AnyReply | null> {
    const { evening, line, told } = this.network
    for (const pause of [0, ...RETRY_AFTER]) {
      if (pause > 0) await evening.after(pause)
      const copies = this.chance.happens(line.twice) ? 2 : 1
      if (copies === 2) told.sentTwice += 1
      const sent = Array.from({ length: copies }, () => evening.ask(() => this.#send(name, data)))
      const replies = (await Promise.all(sent)).filter((reply) => reply !== null)
      this.#compare(data.procedure, replies)
      const reply = replies.find((one) => !isUndecided(one)) ?? replies[0]
      if (reply !== undefined) return reply
    }
    return null
  }

  #compare(procedure: string, replies: AnyReply[]): void {
    const [one, other] = replies.filter((reply) => !isUndecided(reply)).map((reply) => JSON.stringify(reply))
    if (other !== undefined && one !== other && REPLAYED.includes(procedure))
      this.network.told.contradicts(`${this.openid} ${procedure} was answered ${one} and ${other}`)
  }

  async #send(name: string, data: object): Promise<AnyReply | null> {
    const { wire, told, line } = this.network
    told.attempts += 1
    this.#token ??= await this.#logIn()
    const heard = await wire.send(
      'POST',
      '/wx/call',
      { name, data },
      { authorization: `Bearer ${this.#token}` },
    )
    if (this.chance.happens(line.lost)) {
      told.lostAnswers += 1
      return null
    }
    const result = heard?.status === 200 ? (heard.body as { result?: unknown } | null)?.result : null
    return isReply(result) ? result : null
  }

  async #logIn(): Promise<string> {
    const { openid } = this
    return ((await this.network.wire.must('POST', '/wx/session', { openid })) as { token: string }).token
  }
}

const isUndecided = (reply: AnyReply): boolean => !reply.ok && UNDECIDED.includes(reply.refusal)

const isReply = (result: unknown): result is AnyReply =>
  typeof result === 'object' && result !== null && 'ok' in result
