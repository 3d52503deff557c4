import type { Terms } from '../form'
import { type Read, readWhole, readWholes } from '../read-number'

type Reminders = NonNullable<Terms['reminders']>

/** What members are told of, as it stands on the page. */
export interface RemindersFields {
  reminders: 'none' | 'on'
  /** `30、15、7`; empty for none. */
  expiryDays: string
  /** Empty for none. */
  statementDay: string
  affordable: Reminders['affordable']
  arrivals: 'yes' | 'no'
  tierLetters: 'yes' | 'no'
  /** Empty for none. */
  birthdayDays: string
  messagesAWeek: string
}

/** What stands there when somebody begins to remind. */
const USUAL: Reminders = {
  expiryDays: [30, 15, 7],
  statementDay: 1,
  affordable: 'once',
  arrivals: true,
  tiers: true,
  birthdayDays: 3,
  messagesAWeek: 2,
}

const yes = (is: boolean) => (is ? ('yes' as const) : ('no' as const))
const textOf = (value: number | null) => (value === null ? '' : String(value))

export function remindersOf(reminders: Terms['reminders']): RemindersFields {
  const { expiryDays, statementDay, affordable, arrivals, tiers, birthdayDays, messagesAWeek } =
    reminders ?? USUAL
  return {
    reminders: reminders === null ? 'none' : 'on',
    expiryDays: expiryDays.join('、'),
    statementDay: textOf(statementDay),
    affordable,
    arrivals: yes(arrivals),
    tierLetters: yes(tiers),
    birthdayDays: textOf(birthdayDays),
    messagesAWeek: String(messagesAWeek),
  }
}

/** Reads one field after another and remembers what could not be read. */
interface Reader {
  number(name: string, read: Read): number
  take<T>(name: string, read: { ok: true; value: T } | { ok: false; words: string }, otherwise: T): T
  refuse(name: string, words: string): void
}

const MOST_DAYS = 4

export function readReminders(form: RemindersFields, reader: Reader): Terms['reminders'] {
  if (form.reminders === 'none') return null
  const perhaps = (name: 'statementDay' | 'birthdayDays', least: number, most: number) =>
    form[name].trim() === '' ? null : reader.number(name, readWhole(form[name], least, most))
  const isNone = form.expiryDays.trim() === ''
  const expiryDays = isNone ? [] : reader.take('expiryDays', readWholes(form.expiryDays, 1, 90), [])
  if (expiryDays.length > MOST_DAYS) reader.refuse('expiryDays', `最多 ${MOST_DAYS} 次`)
  return {
    // The first to come stands first.
    expiryDays: [...expiryDays].reverse(),
    statementDay: perhaps('statementDay', 1, 25),
    affordable: form.affordable,
    arrivals: form.arrivals === 'yes',
    tiers: form.tierLetters === 'yes',
    birthdayDays: perhaps('birthdayDays', 0, 14),
    messagesAWeek: reader.number('messagesAWeek', readWhole(form.messagesAWeek, 1, 7)),
  }
}
