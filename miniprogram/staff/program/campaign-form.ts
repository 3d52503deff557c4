import type { Campaign } from './form'
import { readTimes, readWhole, readWholes, readYuan, typeTimes, typeYuan } from './read-number'
import type { Faults } from './reader'

type Days = Campaign['days']
type Holiday = Extract<Days, { kind: 'holidays' }>['holidays'][number]

/** A campaign while it is typed. */
export interface CampaignForm {
  id: string
  name: string
  from: string
  to: string
  days: Days['kind']
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
  ...(campaign.effect.kind === 'multiplier'
    ? { times: typeTimes(campaign.effect.bp) }
    : { points: String(campaign.effect.points) }),
})

const NAME_LENGTH = 16

export function readCampaign(form: CampaignForm): { campaign: Campaign | null; faults: Faults } {
  const faults: Faults = {}
  const take = <T>(
    name: string,
    read: { ok: true; value: T } | { ok: false; words: string },
    other: T,
  ): T => {
    if (!read.ok) faults[name] = read.words
    return read.ok ? read.value : other
  }
  const name = form.name.trim()
  if (name === '' || name.length > NAME_LENGTH) faults.name = `请填活动名称，最多 ${NAME_LENGTH} 个字`
  if (form.to < form.from) faults.to = '结束日不能早于开始日'
  const campaign: Campaign = {
    id: form.id,
    name,
    from: form.from,
    to: form.to,
    days: readDays(form, take),
    branches: form.branches.length === 0 ? null : form.branches,
    tiers: form.tiers.length === 0 ? null : form.tiers,
    atLeast: take('atLeast', readYuan(form.atLeast), 0),
    effect: readEffect(form, take),
  }
  return { campaign: Object.keys(faults).length === 0 ? campaign : null, faults }
}

type Take = <T>(name: string, read: { ok: true; value: T } | { ok: false; words: string }, other: T) => T

const chosen = <T>(value: T[]) =>
  value.length === 0 ? ({ ok: false, words: '至少选一个' } as const) : ({ ok: true, value } as const)

function readDays(form: CampaignForm, take: Take): Days {
  switch (form.days) {
    case 'every':
      return { kind: 'every' }
    case 'weekdays': {
      const weekdays = form.weekdays.map(Number).sort((one, other) => one - other)
      return { kind: 'weekdays', weekdays: take('weekdays', chosen(weekdays), []) }
    }
    case 'monthDays':
      return { kind: 'monthDays', days: take('monthDays', readWholes(form.monthDays, 1, 31), []) }
    case 'holidays':
      return { kind: 'holidays', holidays: take('holidays', chosen(form.holidays as Holiday[]), []) }
  }
}

function readEffect(form: CampaignForm, take: Take): Campaign['effect'] {
  if (form.effect === 'addition')
    return { kind: 'addition', points: take('points', readWhole(form.points, 1, 1_000_000), 1) }
  const times = readTimes(form.times)
  const isMore = !times.ok || times.value > 10_000
  return {
    kind: 'multiplier',
    bp: take('times', isMore ? times : { ok: false, words: '要大于 1 倍' }, 20_000),
  }
}
