import type { BusinessDay, Entry, News } from '../../contract'
import { balanceOf } from '../account'
import { points } from '../amounts'
import { yearsOn } from '../anniversary'
import { isBarred } from '../bar'
import { priceFor } from '../price'
import { pointsBackOf } from '../reverse/reverse-claim'
import { tierOf } from '../tier'
import type { Addressee, Due, Told } from './reminder'

/** What may come of a command: a kind of letter, by what was entered. */
export type Occasion = (
  to: Addressee,
  entries: readonly Entry[],
  told: Told,
  today: BusinessDay,
) => Due | null

type Credit = Extract<Entry, { earned: unknown }>

const creditsOf = (entries: readonly Entry[]): Credit[] =>
  entries.filter((entry): entry is Credit => 'earned' in entry && entry.earned > 0)

const earnedBy = (credits: readonly Credit[]) => points(credits.reduce((sum, { earned }) => sum + earned, 0))

const isOfAnniversary = (entry: Entry): boolean =>
  entry.type === 'PointsGranted' && entry.source === 'anniversary'

/** Points have come: one letter for all that came at once, but for an anniversary's, which has its own. REM-01, REM-04. */
const arrived: Occasion = ({ account, reminders }, entries) => {
  const credits = creditsOf(entries).filter((credit) => !isOfAnniversary(credit))
  const [first] = credits
  if (!reminders.arrivals || first === undefined) return null
  const [earned, balance] = [earnedBy(credits), balanceOf(account)]
  const news: News = { kind: 'arrived', points: earned, balance, cause: causeOf(first) }
  return { news, marks: [] }
}

function causeOf(credit: Credit): (News & { kind: 'arrived' })['cause'] {
  switch (credit.type) {
    case 'MemberJoined':
      return { type: 'joined' }
    case 'BillSettled': {
      const { branch, branchName, amount } = credit
      return { type: 'bill', branch, branchName, amount }
    }
    case 'PointsGranted':
    case 'PendingReleased':
      return { type: 'granted', source: credit.source }
  }
}

/** A code of his is void: told whatever else is not, because it takes something away. C-50. */
const returned: Occasion = ({ account }, entries) => {
  const entry = entries.find((one) => one.type === 'ClaimReversed')
  if (entry === undefined) return null
  const { rewardName, repaid, stamps, reason } = entry
  const card = stamps === undefined ? {} : { stamps }
  const about = {
    rewardName,
    points: pointsBackOf(entry),
    repaid,
    ...card,
    balance: balanceOf(account),
    reason,
  }
  return { news: { kind: 'returned', ...about }, marks: [] }
}

export const AFFORDABLE = 'reward.'

/**
 * A reward has come within reach, told when points come: the dearest of those that have, once for each
 * reward. A hundred points that were there before tell nothing anew, and who is barred
 * can have none. RED-14.
 */
const affordable: Occasion = ({ account, program, reminders }, entries, told, today) => {
  if (reminders.affordable === 'never' || isBarred(account) || creditsOf(entries).length === 0) return null
  const balance = balanceOf(account)
  const fresh = program.rewards
    .map((one) => ({ ...one, price: priceFor(one, account, today, program).points }))
    .filter(({ id, price }) => price <= balance && !told.has(`${AFFORDABLE}${id}`))
  const [best] = [...fresh].sort((a, b) => b.price - a.price)
  if (best === undefined) return null
  const { id: reward, name: rewardName, picture, price } = best
  const news: News = {
    kind: 'affordable',
    reward,
    rewardName,
    picture,
    points: price,
    others: fresh.length - 1,
  }
  return { news, marks: fresh.map(({ id }) => `${AFFORDABLE}${id}`) }
}

/** A reward that is gone is forgotten; one that is out of reach again, where it is to be told again. */
export function remembersReward(
  mark: string,
  { account, program, reminders }: Addressee,
  today: BusinessDay,
): boolean {
  const reward = program.rewards.find(({ id }) => mark === `${AFFORDABLE}${id}`)
  if (reward === undefined) return false
  return (
    reminders.affordable !== 'again' || priceFor(reward, account, today, program).points <= balanceOf(account)
  )
}

/**
 * The tier he has is another one: told once where it changed several times. What he earns or loses below a
 * tier that he bought, and the end of one that he has earned meanwhile, change nothing that he has. C-21.
 */
const tierChanged: Occasion = ({ account, program, reminders }, entries) => {
  const changes = entries.filter((entry) => entry.type === 'TierChanged')
  const [first] = changes
  if (!reminders.tiers || first === undefined) return null
  const rank = (id: string) => program.tiers.findIndex((tier) => tier.id === id)
  const isNewlyBought = changes.some(({ why }) => why === 'bought')
  const held = account.bought === null || isNewlyBought ? -1 : rank(account.bought.tier)
  const now = tierOf(account, program)
  const [before, after] = [Math.max(rank(first.from), held), rank(now.id)]
  if (before === after) return null
  return { news: { kind: 'tier', tier: now.id, tierName: now.name, up: after > before }, marks: [] }
}

/** An anniversary of his joining (周年): the latest where nobody looked for years, with all that came for them. BDAY-05. */
const anniversary: Occasion = ({ account, joinedOn }, entries) => {
  const credits = creditsOf(entries).filter(isOfAnniversary)
  const last = credits.at(-1)
  if (last === undefined) return null
  const [years, earned] = [yearsOn(last.on, joinedOn), earnedBy(credits)]
  return { news: { kind: 'anniversary', years, points: earned, balance: balanceOf(account) }, marks: [] }
}

/** He is barred, or no more: always told, the last of it where both happened. RISK-04. */
const barred: Occasion = (_to, entries) => {
  const last = entries.findLast(({ type }) => type === 'MemberBarred' || type === 'BarLifted')
  if (last?.type === 'BarLifted') return { news: { kind: 'barLifted' }, marks: [] }
  if (last?.type !== 'MemberBarred') return null
  return { news: { kind: 'barred', until: last.until, reason: last.reason }, marks: [] }
}

export const OCCASIONS: readonly Occasion[] = [
  barred,
  anniversary,
  arrived,
  returned,
  tierChanged,
  affordable,
]
