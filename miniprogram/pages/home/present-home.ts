import type { AnswerTo } from '../../services/cloud'
import { formatDay } from '../../services/format-day'
import { formatMultiplier, formatPoints } from '../../services/format-points'
import { presentLine } from '../../services/present-line'
import { sayBarred } from '../../services/say-bar'
import { sayDiscount } from '../../services/say-discount'
import { sayInvitation } from '../../services/say-referral'
import { sayMissing } from '../../services/say-route'
import { sayRules } from '../../services/say-rules'
import { presentStampCard } from './stamp-card/present-stamp-card'

type Home = AnswerTo<'member', 'home'>
export type Welcome = Extract<Home, { joined: false }>
export type Card = Extract<Home, { joined: true }>

/** The face of home for a guest who has not joined: what joining gives. */
export function presentWelcome({ registration, rules, rewards, invited }: Welcome) {
  return {
    registration: formatPoints(registration),
    gift: registration > 0,
    invited: invited && { by: invited.by ?? '一位朋友', words: sayInvitation(invited.terms) },
    pointsPerYuan: rules.pointsPerYuan,
    rewards: rewards.map((each) => ({
      id: each.id,
      name: each.name,
      picture: each.picture,
      points: formatPoints(each.points),
      inReach: each.points <= registration,
    })),
  }
}

/** What home invites to besides: not while barred, because each of it would be refused then. RISK-04. */
const noInvitation = { goal: null, best: null, checkIn: null, questionnaire: null, invites: false }

/** The face of home for a member: the card, the next goal, what he can have now, what happened last. */
export function presentCard(card: Card) {
  const { tier } = card
  const { goal, best, checkIn, questionnaire, invites } = card.barred ? noInvitation : card
  return {
    greeting: card.name ? `${card.name}，欢迎回来` : '欢迎回来',
    balance: card.balance,
    /** Three figures do not fit on a bell. */
    unread: card.unread > 99 ? '99+' : card.unread,
    rules: sayRules(card.rules),
    tierName: tier.name,
    multiplier: tier.multiplierBp > 10_000 ? `积分 ${formatMultiplier(tier.multiplierBp)}` : '',
    upgradeBp: tier.next?.progressBp ?? 10_000,
    upgrade: card.barred ? '暂停期间等级不变' : sayUpgrade(tier),
    goal: goal && {
      name: goal.name,
      picture: goal.picture,
      missing: formatPoints(goal.missing),
      price: formatPoints(goal.points),
      progressBp: goal.progressBp,
    },
    best: best && {
      name: best.name,
      picture: best.picture,
      price: formatPoints(best.points),
      more: card.affordable > 1 ? `等 ${card.affordable} 款` : '',
    },
    expiring: sayExpiring(card),
    barred: card.barred && { reason: card.barred.reason, words: sayBarred(card.barred.until) },
    debt: card.debt === 0 ? '' : `欠 ${formatPoints(card.debt)} 积分，以后得的积分会先抵上`,
    checkIn: checkIn && presentCheckIn(checkIn),
    questionnaire: questionnaire && {
      title: questionnaire.title,
      points: `+${formatPoints(questionnaire.points)}`,
    },
    stampCard: card.stampCard && presentStampCard(card.stampCard, card.barred !== null),
    campaigns: sayToday(card),
    invites,
    latest: card.latest.slice(0, 3).map(presentLine),
  }
}

/** What is on today and for him, his birthday first. CAMP-02, BDAY-01. */
function sayToday({ campaigns, birthdayPrice, barred }: Card): string {
  const isHis = birthdayPrice?.isToday && !barred
  const all = [...(isHis ? [`生日 ${sayDiscount(birthdayPrice.payBp)}`] : []), ...campaigns]
  return all.length === 0 ? '看看有什么' : `今天 ${all.join('、')}`
}

/** Today's check-in in a word, and what the next days in a row will give. ENG-01. */
function presentCheckIn({ isDone, streak, points, next }: NonNullable<Card['checkIn']>) {
  const ahead = next && `${isDone ? '再签' : '签满'} ${next.more} 天得 ${formatPoints(next.points)}`
  return {
    isDone,
    title: isDone ? `已连签 ${streak} 天` : '今天签到',
    note: !isDone && points > 0 ? `+${formatPoints(points)} 积分` : (ahead ?? ''),
  }
}

const sayUpgrade = ({ next }: Card['tier']): string =>
  next
    ? `${sayMissing(next)} 升级${next.name}，积分 ${formatMultiplier(next.multiplierBp)}`
    : '已是最高等级，谢谢一路同行'

/** What expires next, or why nothing does. EXP-05, C-14. */
function sayExpiring({ expiring, keeps, barred }: Card): string | null {
  if (keeps === 'frozen' && barred) return '暂停期间积分不过期'
  if (keeps === 'frozen') return '老客专享：你的积分不会过期'
  if (keeps === 'forever') return '积分永久有效'
  return expiring && `${formatPoints(expiring.points)} 积分将于 ${formatDay(expiring.on)}到期`
}
