import type { Contract, EntryKind } from '../../core/contract'
import { type Account, balanceOf } from '../../core/domain/account'
import { businessDayOf } from '../../core/domain/calendar'
import { nextToExpire } from '../../core/domain/expiry'
import { accept } from '../../core/domain/result'
import { goals, stampCardStanding, tierStanding } from '../../core/domain/standing'
import { readMember } from '../../core/store/as-of'
import type { Member } from '../../core/store/member'
import { findReferrer } from '../../core/store/referral'
import type { Restaurant } from '../../core/store/restaurant'
import { maskName } from '../mask-name'
import { shownPhone } from '../phone-view'
import type { Handler } from '../serve'
import { normaliseCode } from '../sign'
import { onToday } from './on-today'

const LATEST = 5
/** What it gave are lines of their own. */
const BESIDE_POINTS: readonly EntryKind[] = ['checkIn', 'answer']
const SHOWN_REWARDS = 4

export const home: Handler<Contract['member']['home']> = async ({ referral }, env) => {
  const [member, restaurant, referrer] = await Promise.all([
    readMember(env, env.caller()),
    env.restaurant(),
    referral === undefined ? null : findReferrer(env, normaliseCode(referral)),
  ])
  if (member === null) return accept(welcome(restaurant, referrer))

  const { account, profile } = member
  const today = businessDayOf(env.now)
  const soonest = nextToExpire(account)
  return accept({
    joined: true as const,
    member: member._id,
    name: profile.name,
    birthday: profile.birthday,
    phone: shownPhone(member, env),
    balance: balanceOf(account),
    rules: rulesOf(restaurant),
    tier: tierStanding(account, today, restaurant.program),
    ...goals(account, today, restaurant.program),
    expiring: soonest && { points: soonest.left, on: soonest.expiresOn },
    keeps: keepsOf(account),
    debt: account.debt,
    stampCard: stampCardStanding(account, restaurant.program),
    barred: account.barred ?? null,
    ...onToday(member, restaurant, today),
    latest: member.latest.filter(({ kind }) => !BESIDE_POINTS.includes(kind)).slice(0, LATEST),
    seq: member.seq,
    unread: member.inbox.written - member.inbox.read,
    invites: restaurant.program.referral !== null,
  })
}

/** Only where there is something to keep. */
function keepsOf(account: Account) {
  if (account.lots.length === 0 || nextToExpire(account) !== null) return null
  return account.frozen === null ? ('forever' as const) : ('frozen' as const)
}

const rulesOf = ({ program }: Restaurant) => ({
  pointsPerYuan: program.earn.pointsPerYuan,
  months: program.expiry.months,
})

const welcome = (restaurant: Restaurant, referrer: Member | null) => ({
  joined: false as const,
  invited: invitedBy(referrer, restaurant),
  registration: restaurant.program.earn.registration,
  rules: rulesOf(restaurant),
  rewards: [...restaurant.program.rewards].sort((a, b) => a.points - b.points).slice(0, SHOWN_REWARDS),
})

/** Before he joins he is told who invites him and what for: what he takes part in is clear to him. C-47. */
const invitedBy = (referrer: Member | null, { program: { referral: terms } }: Restaurant) =>
  referrer === null || terms === null ? null : { by: maskName(referrer.profile.name), terms }
