import type { AnswerTo } from '../../services/cloud'
import { formatBirthday, formatDay } from '../../services/format-day'
import { formatPoints } from '../../services/format-points'
import { sayCampaign, sayEffect, weekdayNames } from '../../services/say-campaign'
import { sayWays } from '../../services/say-ways'

type Offers = AnswerTo<'engagement', 'campaigns'>
type Offer = Offers['campaigns'][number]

/** What ends in more than so many years has no end that matters to a guest. */
const LONG_YEARS = 3

const yearOf = (day: string) => Number(day.slice(0, 4))

/** `2026-12-18` is 12月18日 周五. */
function sayDay(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7
  return `${formatBirthday(day.slice(5))} ${weekdayNames[weekday] ?? ''}`
}

const sayEnd = (to: string, today: string): string =>
  yearOf(to) - yearOf(today) > LONG_YEARS ? '长期有效' : `到 ${formatDay(to)} 为止`

/** What the figure counts. */
const WHAT: Record<Offer['campaign']['effect']['kind'], string> = {
  multiplier: '积分',
  addition: '积分加赠',
  exchange: '换奖励',
}

function presentOffer(
  { campaign, isToday, next, isForHim }: Offer,
  { today, branches, tiers, rewards }: Offers,
) {
  return {
    id: campaign.id,
    name: campaign.name,
    effect: sayEffect(campaign),
    what: WHAT[campaign.effect.kind],
    rule: sayCampaign(campaign, branches, tiers, rewards),
    end: sayEnd(campaign.to, today),
    when: isToday ? '今天' : sayDay(next ?? campaign.from),
    again: isToday && next !== null && campaign.days.kind !== 'every' ? `下次 ${sayDay(next)}` : '',
    isToday,
    isForHim,
  }
}
export type OfferView = ReturnType<typeof presentOffer>

function presentQuestionnaire({ title, points, isAnswered }: NonNullable<Offers['questionnaire']>) {
  return isAnswered
    ? { title, note: '已经填过，谢谢你的回答', points: '' }
    : { title, note: '点几下就好，不用写字', points: `+${formatPoints(points)}` }
}

/** At most so many ways are told at once: more nobody remembers. C-08. */
const FIRST_WAYS = 3

/** What is on, what comes and how points are got at all. PAGE-04, CAMP-02. */
export function presentOffers(offers: Offers) {
  const all = offers.campaigns.map((offer) => presentOffer(offer, offers))
  const ways = sayWays(offers)
  return {
    today: sayDay(offers.today),
    questionnaire: offers.questionnaire && presentQuestionnaire(offers.questionnaire),
    now: all.filter(({ isToday }) => isToday),
    coming: all.filter(({ isToday }) => !isToday),
    ways: ways.slice(0, FIRST_WAYS),
    moreWays: ways.slice(FIRST_WAYS),
  }
}
export type OffersView = ReturnType<typeof presentOffers>
