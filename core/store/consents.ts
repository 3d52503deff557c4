import type { MemberId, TemplateName } from '../contract'
import { lately } from '../domain/messages/due-alarms'
import { MOST_ALLOWED } from '../domain/messages/thresholds'
import { accept, type Result, refuse } from '../domain/result'
import { addOnce, type Database, type Kept, type Operator, readOne } from './database'

/**
 * What one person allowed of one template (订阅授权), and what became of it. WeChat tells nobody
 * how many messages it would still deliver, so they are counted here:
 * `left = given − tried + back − lost`, never below nothing.
 */
export interface Consent {
  /** `<person>.<template>` */
  _id: string
  person: MemberId
  template: TemplateName
  /** One for every tap on "allow" that was reported. */
  given: number
  /** Marked before WeChat was asked to deliver: each mark is one message at most. */
  tried: number
  /** WeChat said no for another reason than the consent, which is still there. */
  back: number
  /** WeChat knows nothing of them. */
  lost: number
  left: number
  /** The latest taps, so that each counts once however often it is reported. */
  keys: string[]
  /** His openid, sealed; null while there is nothing he allowed. */
  address: string | null
  /** What he has been told of, each once. */
  told: string[]
  /** When, in ms, within a week. */
  sentAt: number[]
  version: number
}

const ATTEMPTS = 5
const KEYS = 20
/** Nobody's messages are counted over more than a week. */
const REMEMBERED_MS = 7 * 24 * 3_600_000

export const consentId = (person: MemberId, template: TemplateName): string => `${person}.${template}`

/** Count one tap on "allow". Reported again under its key it is the same tap. Returns how many are left. */
export async function allow(
  { db }: Kept,
  tap: Pick<Consent, 'person' | 'template'> & { key: string; address: string },
): Promise<Result<number, 'BUSY'>> {
  const { person, template, key, address } = tap
  const _id = consentId(person, template)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const known = await readOne<Consent>(db, 'consents', _id)
    if (known === null) {
      const first = { given: 1, tried: 0, back: 0, lost: 0, left: 1, keys: [key], address }
      const consent = { _id, person, template, ...first, told: [], sentAt: [], version: 1 }
      if (await addOnce(db, 'consents', consent)) return accept(1)
      continue
    }
    if (known.keys.includes(key) || known.left >= MOST_ALLOWED) return accept(known.left)
    const _ = db.command
    const more = { given: _.inc(1), left: _.inc(1), address: _.set(address) }
    const keys = [key, ...known.keys].slice(0, KEYS)
    if (await change(db, known, { ...more, keys: _.set(keys) })) return accept(known.left + 1)
  }
  return refuse('BUSY')
}

/** On the condition that nothing has happened with it since it was read. */
async function change(
  db: Database,
  { _id, version }: Pick<Consent, '_id' | 'version'>,
  changes: Record<string, Operator>,
): Promise<boolean> {
  const _ = db.command
  const { updated } = await db
    .collection('consents')
    .where({ _id: _.eq(_id), version: _.eq(version) })
    .update({ ...changes, version: _.inc(1) })
  return updated === 1
}

/**
 * Mark one consent as used for telling of `subjects`, before WeChat is asked. False when somebody
 * else was quicker. Killed after this, the message is never sent and the consent is gone.
 */
export function mark({ db, now }: Kept, consent: Consent, told: readonly string[]): Promise<boolean> {
  const _ = db.command
  return change(db, consent, {
    tried: _.inc(1),
    left: _.inc(-1),
    told: _.set([...told]),
    sentAt: _.set([...lately(consent.sentAt, now, REMEMBERED_MS), now.getTime()]),
    ...(consent.left === 1 ? { address: _.set(null) } : {}),
  })
}

/** WeChat does not know of any consent: neither do we. Unless he has allowed another one meanwhile. */
export function giveUp({ db }: Kept, consent: Consent): Promise<boolean> {
  const _ = db.command
  const rest = consent.left - 1
  return change(db, marked(consent), {
    lost: _.inc(rest),
    left: _.inc(-rest),
    told: _.set(consent.told),
    address: _.set(null),
  })
}

/** WeChat did not deliver, and the consent is still there: what was to be told is told another time. */
export function takeBack({ db }: Kept, consent: Consent): Promise<boolean> {
  const _ = db.command
  return change(db, marked(consent), {
    back: _.inc(1),
    left: _.inc(1),
    told: _.set(consent.told),
    address: _.set(consent.address),
  })
}

const marked = ({ _id, version }: Consent) => ({ _id, version: version + 1 })

/** He is not written to any more, and where to is forgotten. */
export async function forget({ db }: Kept, { _id, version }: Consent): Promise<void> {
  const _ = db.command
  await db
    .collection('consents')
    .where({ _id: _.eq(_id), version: _.eq(version) })
    .remove()
}
