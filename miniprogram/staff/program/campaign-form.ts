import type { Campaign } from './form'
import { typeTimes, typeYuan } from './read-number'

/** A campaign while it is typed. */
export interface CampaignForm {
  id: string
  name: string
  from: string
  to: string
  days: Campaign['days']['kind']
  weekdays: string[]
  monthDays: string
  holidays: string[]
  /** None chosen is every one. */
  branches: string[]
  tiers: string[]
  atLeast: string
  effect: Campaign['effect']['kind']
  times: string
  points: string
  /** As the restaurant says it: `5` is half (五折). */
  off: string
  /** None chosen is every one. */
  rewards: string[]
}

export const newCampaign = (id: string, today: string): CampaignForm => ({
  id,
  name: '',
  from: today,
  to: today,
  days: 'every',
  weekdays: [],
  monthDays: '18',
  holidays: [],
  branches: [],
  tiers: [],
  atLeast: '0',
  effect: 'multiplier',
  times: '2',
  points: '50',
  off: '5',
  rewards: [],
})

/** The first of `campaign-1`, `campaign-2` … that no campaign has. */
export function freeCampaignId(taken: readonly string[]): string {
  const number = taken.findIndex((_, i) => !taken.includes(`campaign-${i + 1}`))
  return `campaign-${(number === -1 ? taken.length : number) + 1}`
}

export const campaignFormOf = (campaign: Campaign): CampaignForm => ({
  ...newCampaign(campaign.id, campaign.from),
  name: campaign.name,
  to: campaign.to,
  days: campaign.days.kind,
  weekdays: campaign.days.kind === 'weekdays' ? campaign.days.weekdays.map(String) : [],
  monthDays: campaign.days.kind === 'monthDays' ? campaign.days.days.join('、') : '18',
  holidays: campaign.days.kind === 'holidays' ? campaign.days.holidays : [],
  branches: campaign.branches ?? [],
  tiers: campaign.tiers ?? [],
  atLeast: typeYuan(campaign.atLeast),
  effect: campaign.effect.kind,
  ...typeEffect(campaign.effect),
})

/** 五折 is 50 %: ten times what is typed. */
export const TIMES_BP = 10

function typeEffect(effect: Campaign['effect']): Partial<CampaignForm> {
  switch (effect.kind) {
    case 'multiplier':
      return { times: typeTimes(effect.bp) }
    case 'addition':
      return { points: String(effect.points) }
    case 'exchange':
      return { off: typeTimes(effect.bp * TIMES_BP), rewards: effect.rewards ?? [] }
  }
}
