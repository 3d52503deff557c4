import type { Terms } from './form'
import { FULL_BP, typeDiscount, typeTimes, typeYuan } from './read-number'

type Tier = Terms['tiers'][number]
type Keep = NonNullable<Terms['keep']>

/** A tier as it is typed. Empty is no route, no discount, no gift, not for sale. */
export interface TierRow {
  id: string
  name: string
  spend: string
  points: string
  yearPoints: string
  load: string
  times: string
  /** As the restaurant says it: `9` is 九折. */
  pay: string
  /** One after another, with 、 between them. */
  privileges: string
  giftPoints: string
  giftWords: string
  birthdayGift: string
  salePoints: string
  saleDays: string
}

export interface TierForm {
  tiers: TierRow[]
  keep: 'none' | 'quarter' | 'days'
  keepDays: string
  keepSpend: string
  tooLittle: Keep['tooLittle']
  pauses: 'yes' | 'no'
  discountAt: Terms['discountAt']
}

const typed = <T>(value: T | null | undefined, type: (value: T) => string = String): string =>
  value === null || value === undefined ? '' : type(value)

export function tierFormOf({ tiers, tierSales, keep, discountAt }: Terms): TierForm {
  return {
    tiers: tiers.map((tier) => rowOf(tier, tierSales)),
    keep: keep?.period.kind ?? 'none',
    keepDays: keep?.period.kind === 'days' ? String(keep.period.days) : '90',
    keepSpend: keep === null ? '500' : typeYuan(keep.minSpend),
    tooLittle: keep?.tooLittle ?? 'warn',
    pauses: (keep?.pauses ?? true) ? 'yes' : 'no',
    discountAt,
  }
}

function rowOf(tier: Tier, sales: Terms['tierSales']): TierRow {
  const { id, name, reach, gift } = tier
  const sale = sales.find((one) => one.tier === id)
  return {
    id,
    name,
    spend: typed(reach.spend, typeYuan),
    points: typed(reach.points),
    yearPoints: typed(reach.yearPoints),
    load: typed(reach.load, typeYuan),
    times: typeTimes(tier.multiplierBp),
    pay: tier.payBp === FULL_BP ? '' : typeDiscount(tier.payBp),
    privileges: tier.privileges.join('、'),
    giftPoints: typed(gift?.points),
    giftWords: gift?.words ?? '',
    birthdayGift: tier.birthdayGift === 0 ? '' : String(tier.birthdayGift),
    salePoints: typed(sale?.points),
    saleDays: typed(sale?.days),
  }
}

const blankRow = {
  name: '',
  spend: '',
  points: '',
  yearPoints: '',
  load: '',
  times: '1',
  pay: '',
  privileges: '',
  giftPoints: '',
  giftWords: '',
  birthdayGift: '',
  salePoints: '',
  saleDays: '',
}

/** Names a tier by the first letter that is free: ids are what members keep, names can change. */
function freeTierId(taken: readonly string[]): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz'.split('')
  return letters.map((letter) => `tier${letter}`).find((id) => !taken.includes(id)) ?? 'tier'
}

export const addTier = (tiers: readonly TierRow[]): TierRow[] => [
  ...tiers,
  { ...blankRow, id: freeTierId(tiers.map(({ id }) => id)) },
]
