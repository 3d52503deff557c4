import { type CampaignForm, TIMES_BP } from './campaign-form'
import type { Campaign } from './form'
import { type Read, readTimes, readWhole, readWholes, readYuan } from './read-number'
import type { Faults } from './reader'

type Days = Campaign['days']
type Holiday = Extract<Days, { kind: 'holidays' }>['holidays'][number]

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
    tiers: orAll(form.tiers),
    ...readBills(form, take),
    effect: readEffect(form, take),
  }
  return { campaign: Object.keys(faults).length === 0 ? campaign : null, faults }
}

const orAll = (chosen: string[]) => (chosen.length === 0 ? null : chosen)

/** Which bills: none where rewards are cheaper, because a claim is made on no bill and at no branch. */
const readBills = (form: CampaignForm, take: Take): Pick<Campaign, 'branches' | 'atLeast'> =>
  form.effect === 'exchange'
    ? { branches: null, atLeast: 0 }
    : { branches: orAll(form.branches), atLeast: take('atLeast', readYuan(form.atLeast), 0) }

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
  if (form.effect === 'exchange')
    return { kind: 'exchange', bp: take('off', readOff(form.off), 5_000), rewards: orAll(form.rewards) }
  if (form.effect === 'addition')
    return { kind: 'addition', points: take('points', readWhole(form.points, 1, 1_000_000), 1) }
  const times = readTimes(form.times)
  const isMore = !times.ok || times.value > 10_000
  return {
    kind: 'multiplier',
    bp: take('times', isMore ? times : { ok: false, words: '要大于 1 倍' }, 20_000),
  }
}

function readOff(typed: string): Read {
  const times = readTimes(typed)
  const bp = times.ok ? times.value / TIMES_BP : 0
  return Number.isInteger(bp) && bp > 0 && bp < 10_000
    ? { ok: true, value: bp }
    : { ok: false, words: '请填 0 到 10 之间的折扣，例如 5' }
}
