import { formatDay } from '../../../services/format-day'
import { formatYuan } from '../../../services/format-yuan'
import type { Line } from '../../../services/present-line'
import { sayDiscountOf } from '../../../services/say-discount'
import type { Fact } from './present-detail'

type EntryOf<T> = Extract<Line['entry'], { type: T }>

/** What a tier took off the bill. C-51. */
export const discountFacts = ({ discount, amount }: EntryOf<'BillSettled'>): Fact[] =>
  discount === undefined
    ? []
    : [
        { label: '原价', value: formatYuan(discount.listed) },
        { label: sayDiscountOf(discount), value: `实付 ${formatYuan(amount)}` },
      ]

export const keepFact = ({ keep }: { keep: EntryOf<'TierReviewed'>['keep'] }): Fact[] =>
  keep === null ? [] : [{ label: '保级期', value: `${formatDay(keep.from)}到${formatDay(keep.until)}` }]

export const spentFacts = ({
  spent,
  minSpend,
}: Pick<EntryOf<'TierChanged'>, 'spent' | 'minSpend'>): Fact[] =>
  spent === null || minSpend === null
    ? []
    : [
        { label: '这一期消费', value: formatYuan(spent) },
        { label: '保级要消费', value: formatYuan(minSpend) },
      ]

export const tierFacts = (entry: EntryOf<'TierChanged'>): Fact[] => [
  { label: '之前', value: entry.fromName },
  ...spentFacts(entry),
  ...keepFact(entry),
  ...(entry.until === null ? [] : [{ label: '可用到', value: formatDay(entry.until) }]),
]
