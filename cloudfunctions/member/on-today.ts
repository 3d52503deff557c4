import type { BusinessDay, Program } from '../../core/contract'
import type { Account } from '../../core/domain/account'
import { points } from '../../core/domain/amounts'
import { birthdayPrice } from '../../core/domain/birthday-discount'
import { type Round, roundOf } from '../../core/domain/check-in/round'
import { isCampaignDay, isForTier } from '../../core/domain/earning/campaign-days'
import { hasAnswered } from '../../core/domain/questionnaire/answer'
import { tierOf } from '../../core/domain/tier'
import { guestOf, type Member } from '../../core/store/member'
import type { Restaurant } from '../../core/store/restaurant'

/** Where he is in his round of check-ins, what he is asked, and what is on today for him. ENG-01, CAMP-02, BDAY-01. */
export function onToday(member: Member, { program }: Restaurant, today: BusinessDay) {
  const { account, joinedOn } = member
  const { id } = tierOf(account, program)
  const campaigns = program.earn.campaigns.filter(
    (campaign) => isCampaignDay(campaign, today) && isForTier(campaign, id),
  )
  return {
    checkIn: program.checkIn && checkInOf(roundOf(account, joinedOn, today, program.checkIn)),
    questionnaire: openTo(account, program),
    birthdayPrice: birthdayPrice(account, guestOf(member), today, program),
    campaigns: campaigns.map(({ name }) => name),
  }
}

function openTo(account: Account, { questionnaire: asked }: Program) {
  if (asked === null || hasAnswered(account, asked.id)) return null
  return { title: asked.title, points: asked.points }
}

const checkInOf = ({ days, isDone, streak, next }: Round) => ({
  isDone,
  streak,
  next,
  points: days.find(({ isToday }) => isToday)?.points ?? points(0),
})
