import type { Chance } from './chance'

/** What can happen to one database call. */
export const CALL_FAULTS = {
  /** F1: the function is killed before the call reaches the database. */
  killedBefore: 3,
  /** F1: the function is killed when the call has been done. */
  killedAfter: 3,
  /** F2: the connection breaks before the call reaches the database. */
  refused: 2,
  /** F2: the call is done and the reply is lost. */
  replyLost: 3,
  /** F2, F6: the function gives the call up, and it arrives all the same, any time in the next minute. */
  late: 3,
  /** F6: the quota is used up; nothing is done. */
  quota: 1,
  /** F6: more is asked at once than the database works on; nothing is done. */
  noPlace: 1,
  /** F2: something before the database answers with a page of its own; nothing is done. */
  noAnswer: 1,
  /** F6: the call takes as long as a function may live. */
  slow: 1,
}
export type CallFault = keyof typeof CALL_FAULTS

/** Everything that is counted as a fault in a history. */
export type Fault =
  | CallFault
  | 'answerLost'
  | 'timedOut'
  | 'askedAgain'
  | 'keyReused'
  | 'clockMoved'
  | 'clockSkewed'
  | 'timerDoubled'
  | 'hostile'
  | 'newerVersion'

export const countFaults = (counts: Partial<Record<Fault, number>>): number =>
  Object.values(counts).reduce((sum, n) => sum + n, 0)

/** How rough a history is: a fifth are smooth, so that races are seen without anything else going wrong. */
export const drawRoughness = (chance: Chance): number => (chance.happens(0.2) ? 0 : 0.1 * chance.unit())

/** A failure that the simulation made; any other in a log is a bug. */
export const MADE = '[made by the simulation]'

export const failure = (code: string): Error & { code: string } =>
  Object.assign(new Error(`${MADE} ${code}`), { code })
