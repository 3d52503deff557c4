import type { Consent } from '../../../core/store/consents'
import type { Books } from '../books'
import type { Write } from '../engine'
import type { Invocation } from '../invocation'

const ALLOWING = ['manager.allowMessages', 'member.allowMessages']

/** What is known of one person's messages of one template. */
export interface Mail {
  /** Taps that were counted. */
  keys: Set<unknown>
  tried: number
  back: number
  /** Alarms or letters he was told of, or may have been. */
  told: Set<string>
}

const newMail = (): Mail => ({ keys: new Set(), tried: 0, back: 0, told: new Set() })

/** OPS-01: a consent is a tap, counted once; a message is marked before it is sent, and tells what was not told. */
export function watchConsent(books: Books, { before, after }: Write, by: Invocation | null) {
  const [was, is] = [before, after] as unknown as [Consent | null, Consent | null]
  const mail = books.mail.get(String(before?._id ?? after?._id)) ?? newMail()
  if (is === null) return mail.told.clear()
  books.mail.set(is._id, mail)
  const { given, tried, back, lost, left } = is
  books.holds(
    left >= 0 && left === given - tried + back - lost,
    'OPS-01',
    () => `${is._id}: ${given} given − ${tried} tried + ${back} back − ${lost} lost is not ${left}`,
  )
  if (given > (was?.given ?? 0)) tapped(books, mail, is, was, by)
  const newly = is.told.filter((alarm) => !was?.told.includes(alarm))
  if (tried > (was?.tried ?? 0)) marked(books, mail, newly, is)
  else if (is.told.length < (was?.told.length ?? 0))
    for (const alarm of was?.told ?? []) if (!is.told.includes(alarm)) mail.told.delete(alarm)
  mail.back += back - (was?.back ?? 0)
}

function tapped(books: Books, mail: Mail, is: Consent, was: Consent | null, by: Invocation | null) {
  const key = by?.question.input.key
  books.holds(
    ALLOWING.includes(by?.question.asked ?? '') && by?.question.who === is.person,
    'OPS-01',
    () => `${by?.question.asked} of ${by?.question.who} counted a consent of ${is.person}`,
  )
  books.holds(
    is.given === (was?.given ?? 0) + 1 && !mail.keys.has(key),
    'OPS-01',
    () => `the tap ${key} of ${is.person} was counted twice`,
  )
  mail.keys.add(key)
}

function marked(books: Books, mail: Mail, newly: readonly string[], { _id, tried, told }: Consent) {
  mail.tried += 1
  const twice = told.filter((alarm, index) => told.indexOf(alarm) !== index)
  const again = [...newly.filter((alarm) => mail.told.has(alarm)), ...twice]
  books.holds(again.length === 0, 'OPS-01', () => `${_id} is told again of ${again} by message ${tried}`)
  for (const alarm of newly) mail.told.add(alarm)
}
