import type { AlarmKind } from '../../contract'
import { isQuiet } from './quiet-hours'
import { FEW_LEFT, GAP_MS, MOST_A_DAY, URGENT_GAP_MS } from './thresholds'

const DAY_MS = 24 * 3_600_000

export interface OpenAlarm {
  _id: string
  kind: AlarmKind
  severity: 'urgent' | 'warning' | 'notice'
}

/** What has been sent to a manager so far, and how many messages he still allows. */
export interface Mailbox {
  told: readonly string[]
  /** Moments of the last messages, in ms, newest last. */
  sentAt: readonly number[]
  left: number
}

/**
 * The alarms one message is to tell this manager now, the gravest first; none when it should wait.
 * A consent is one message, so everything that is new goes into one. A notice is never sent: it
 * needs nobody. What is not urgent waits for the day and leaves the last consent to what is.
 */
export function dueAlarms<A extends OpenAlarm>(open: readonly A[], mailbox: Mailbox, now: Date): A[] {
  const fresh = open.filter(({ _id, severity }) => severity !== 'notice' && !mailbox.told.includes(_id))
  const urgent = fresh.filter(({ severity }) => severity === 'urgent')
  const others = fresh.filter(({ severity }) => severity !== 'urgent')
  const isGrave = urgent.length > 0
  const waits = !isGrave && (isQuiet(now) || mailbox.left <= FEW_LEFT)
  return mailbox.left < 1 || waits || isTooSoon(mailbox, isGrave, now) ? [] : [...urgent, ...others]
}

/** A storm of alarms must not use up in an evening what was allowed for a month. */
function isTooSoon({ sentAt }: Mailbox, isGrave: boolean, now: Date): boolean {
  const ages = sentAt.map((at) => now.getTime() - at).filter((age) => age < DAY_MS)
  const gap = isGrave ? URGENT_GAP_MS : GAP_MS
  return ages.length >= MOST_A_DAY || ages.some((age) => age < gap)
}

/** Moments that still count: those of a day, or of the time that is given. */
export const lately = (sentAt: readonly number[], now: Date, withinMs = DAY_MS): number[] =>
  sentAt.filter((at) => now.getTime() - at < withinMs)
