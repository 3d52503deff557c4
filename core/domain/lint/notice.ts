import type { Campaign, CapGroup, Caps, Earn, Program, Reward } from '../../contract'
import { addDays } from '../calendar'
import { checkInWorse } from './check-in'
import { anniversaryWorse, birthdayDiscountWorse, jubileesWorse } from './occasions'
import { referralWorse } from './referral'
import type { Lint } from './remark'
import { stampCardWorse } from './stamp-card'
import { keepWorse, tiersWorse } from './worse-tiers'

/** Who collects for a reward must have time to claim it. Platform-and-law §6, C-43. */
const NOTICE_DAYS = 30

/**
 * What is worse for guests than the programme before is announced 30 days ahead: fewer points, a
 * shorter life, a dearer or missing reward, a higher tier. What is better may begin tomorrow.
 */
export const notice: Lint = (program, { before, today }) => {
  const earliest = addDays(today, NOTICE_DAYS)
  if (before === null || program.validFrom >= earliest) return []
  return WORSE.filter(({ is }) => is(before, program)).map(({ at }) => ({
    rule: 'NOTICE_TOO_SHORT',
    at,
    expected: earliest,
    found: program.validFrom,
  }))
}

interface Worsening {
  at: string
  is(before: Program, after: Program): boolean
}

const CAP_GROUPS = ['spend', 'engage', 'referral', 'grant'] as const

const bpOf = (rule: { bp: number } | null) => rule?.bp ?? 0

const WORSE: readonly Worsening[] = [
  { at: 'earn.pointsPerYuan', is: (a, b) => b.earn.pointsPerYuan < a.earn.pointsPerYuan },
  { at: 'earn.firstOrder', is: (a, b) => firstOrderWorse(a.earn.firstOrder, b.earn.firstOrder) },
  { at: 'earn.birthday', is: (a, b) => bpOf(b.earn.birthday) < bpOf(a.earn.birthday) },
  { at: 'earn.nthOfMonth', is: (a, b) => bpOf(b.earn.nthOfMonth) < bpOf(a.earn.nthOfMonth) },
  { at: 'earn.newMember', is: (a, b) => newMemberWorse(a.earn.newMember, b.earn.newMember) },
  {
    at: 'earn.thresholds',
    is: (a, b) =>
      a.earn.thresholds.some((was) =>
        b.earn.thresholds.every((now) => now.amount > was.amount || now.points < was.points),
      ),
  },
  {
    at: 'earn.campaigns',
    is: (a, b) =>
      a.earn.campaigns
        .filter(({ to }) => to >= b.validFrom)
        .some((was) =>
          campaignWorse(
            was,
            b.earn.campaigns.find(({ id }) => id === was.id),
          ),
        ),
  },
  { at: 'earn.stacking', is: (a, b) => stackingWorse(a.earn.stacking, b.earn.stacking) },
  { at: 'expiry.months', is: (a, b) => lifeOf(b) < lifeOf(a) },
  { at: 'expiry.returnedDays', is: (a, b) => b.expiry.returnedDays < a.expiry.returnedDays },
  { at: 'expiry.exempt', is: (a, b) => exemptionWorse(a.expiry.exempt, b.expiry.exempt) },
  { at: 'earn.profile', is: (a, b) => b.earn.profile < a.earn.profile },
  { at: 'earn.jubilees', is: jubileesWorse },
  { at: 'anniversary', is: anniversaryWorse },
  { at: 'birthdayDiscount', is: birthdayDiscountWorse },
  { at: 'checkIn', is: (a, b) => checkInWorse(a.checkIn, b.checkIn) },
  ...CAP_GROUPS.map(
    (group): Worsening => ({ at: `caps.${group}`, is: (a, b) => capWorse(a.caps[group], b.caps[group]) }),
  ),
  { at: 'redemptionDays', is: (a, b) => b.redemptionDays < a.redemptionDays },
  { at: 'tiers', is: tiersWorse },
  { at: 'referral', is: referralWorse },
  { at: 'keep', is: keepWorse },
  { at: 'stampCard', is: stampCardWorse },
  {
    at: 'rewards',
    is: (a, b) =>
      a.rewards.some((reward) => {
        const now = b.rewards.find(({ id }) => id === reward.id)
        return now === undefined || now.points > reward.points || claimsFewer(now, reward)
      }),
  },
]

const claimsFewer = (now: Reward, was: Reward): boolean =>
  now.perDay !== null && (was.perDay === null || now.perDay < was.perDay)

const lifeOf = ({ expiry: { months } }: Program) => months ?? Number.POSITIVE_INFINITY

type Exempt = Program['expiry']['exempt']

const exemptionWorse = (was: Exempt, now: Exempt): boolean =>
  was !== null &&
  (now === null || now.graceDays < was.graceDays || was.tiers.some((id) => !now.tiers.includes(id)))

/** From coming by itself to not coming at all. */
const OVER = ['later', 'review', 'drop']

const capWorse = (was: Caps[CapGroup], now: Caps[CapGroup]): boolean =>
  now !== null && (was === null || now.points < was.points || OVER.indexOf(now.over) > OVER.indexOf(was.over))

type FirstOrder = NonNullable<Earn['firstOrder']>

function firstOrderWorse(was: FirstOrder | null, now: FirstOrder | null): boolean {
  if (was === null) return false
  if (now?.mode !== was.mode) return true
  const gives = (rule: FirstOrder) => (rule.mode === 'multiplier' ? rule.bp : rule.points)
  const from = (rule: FirstOrder) => (rule.mode === 'threshold' ? rule.amount : 0)
  return gives(now) < gives(was) || from(now) > from(was)
}

const newMemberWorse = (was: Earn['newMember'], now: Earn['newMember']): boolean =>
  was !== null && (now === null || now.days < was.days || now.bp < was.bp)

/** One that still runs goes on as it was told, or is better: that it applies to others is not for us to weigh. */
function campaignWorse(was: Campaign, now: Campaign | undefined): boolean {
  if (now === undefined || now.to < was.to || now.atLeast > was.atLeast) return true
  const where = ({ days, branches, tiers }: Campaign) => JSON.stringify([days, branches, tiers])
  return where(now) !== where(was) || isLess(now.effect, was.effect)
}

function isLess(now: Campaign['effect'], was: Campaign['effect']): boolean {
  if (now.kind === 'exchange') return was.kind !== 'exchange' || now.bp > was.bp || isForFewer(now, was)
  if (now.kind === 'multiplier') return was.kind !== 'multiplier' || now.bp < was.bp
  return was.kind !== 'addition' || now.points < was.points
}

type Exchange = Extract<Campaign['effect'], { kind: 'exchange' }>

const isForFewer = ({ rewards: now }: Exchange, { rewards: was }: Exchange): boolean =>
  now !== null && (was === null || was.some((id) => !now.includes(id)))

const stackingWorse = (was: Earn['stacking'], now: Earn['stacking']): boolean =>
  now.combine !== was.combine ||
  (was.multiplyAdditions && !now.multiplyAdditions) ||
  (now.mostBp !== null && (was.mostBp === null || now.mostBp < was.mostBp))
