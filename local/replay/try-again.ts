import { setTimeout as sleep } from 'node:timers/promises'

const TRIES = 6
const PAUSE_MS = 100

/**
 * Ask until there is an answer that stands. Everything that is sent here may be sent again: it
 * counts once. After the last try its answer stands, or its failure.
 */
export async function tryAgain<T>(ask: () => Promise<T>, mayPass: (answer: T) => boolean): Promise<T> {
  for (let tries = 1; ; tries++) {
    const [outcome] = await Promise.allSettled([ask()])
    const last = tries === TRIES
    if (outcome.status === 'fulfilled' && (last || !mayPass(outcome.value))) return outcome.value
    if (outcome.status === 'rejected' && last) throw outcome.reason
    await sleep(PAUSE_MS * 2 ** tries)
  }
}

/** What a function answers when the fault is not in what was asked. */
export const mayPass = (refusal: string): boolean => refusal === 'BUSY' || refusal === 'INTERNAL'
