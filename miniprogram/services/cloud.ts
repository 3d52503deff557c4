import type { AnswerOf, Contract, Procedure, RefusalOf, RequestOf, SystemRefusal } from '../../core/contract'
import { sayRefusal } from './refusals'

type Name = keyof Contract
type Asked<N extends Name, P extends keyof Contract[N]> = Contract[N][P] extends Procedure
  ? Contract[N][P]
  : never

/** What a page passes to a procedure, and what it gets back. */
export type QuestionTo<N extends Name, P extends keyof Contract[N]> = RequestOf<Asked<N, P>>
export type AnswerTo<N extends Name, P extends keyof Contract[N]> = AnswerOf<Asked<N, P>>

/** A "no" carries its words, ready for the screen. `OFFLINE`: nobody knows whether it was done. */
export type Outcome<N extends Name, P extends keyof Contract[N]> =
  | { ok: true; data: AnswerTo<N, P> }
  | { ok: false; refusal: RefusalOf<Asked<N, P>> | SystemRefusal | 'OFFLINE'; words: string }

/** After this long the page says that the network is slow. */
export const SLOW_AFTER_MS = 800

/** Pauses before a question is asked again after a lost connection. */
const RETRY_AFTER_MS = [400, 1200]

/**
 * Ask a cloud function. The types come from the contract; nothing else does. Never rejects. A lost
 * connection is tried again with the very same input: a command carries its key, so it counts once.
 */
export async function ask<N extends Name, P extends keyof Contract[N] & string>(
  name: N,
  procedure: P,
  input: QuestionTo<N, P>,
  whenSlow?: () => void,
): Promise<Outcome<N, P>> {
  const timer = whenSlow && setTimeout(whenSlow, SLOW_AFTER_MS)
  const reply = await callUntilAnswered(name, { procedure, input })
  if (timer) clearTimeout(timer)
  if (reply === undefined) return { ok: false, refusal: 'OFFLINE', words: sayRefusal('OFFLINE') }
  if (reply.ok) return { ok: true, data: reply.data as AnswerTo<N, P> }
  const refusal = reply.refusal as RefusalOf<Asked<N, P>> | SystemRefusal
  return { ok: false, refusal, words: sayRefusal(refusal, reply.until) }
}

type RawReply = { ok: true; data: unknown } | { ok: false; refusal: string; until?: string }

async function callUntilAnswered(name: string, data: object): Promise<RawReply | undefined> {
  for (const pause of [0, ...RETRY_AFTER_MS]) {
    if (pause > 0) await new Promise((resume) => setTimeout(resume, pause))
    try {
      const { result } = await wx.cloud.callFunction({ name, data })
      if (isReply(result)) return result
      console.warn(`${name} answered without a reply`)
    } catch (error) {
      console.warn(`${name} could not be reached`, error)
    }
  }
  return undefined
}

function isReply(result: unknown): result is RawReply {
  return typeof result === 'object' && result !== null && 'ok' in result
}
