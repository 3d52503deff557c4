import type { AnswerTo } from './cloud'
import { formatDay } from './format-day'
import { formatYuan } from './format-yuan'

type Entry = AnswerTo<'points', 'ledger'>['lines'][number]['entry']
type TierChanged = Extract<Entry, { type: 'TierChanged' }>
type TierReviewed = Extract<Entry, { type: 'TierReviewed' }>

const spentOf = ({ spent, minSpend }: { spent: number | null; minSpend: number | null }) =>
  spent === null || minSpend === null ? '' : `这一期消费 ${formatYuan(spent)}，保级要 ${formatYuan(minSpend)}`

/** How somebody came to a tier. LVL-13. */
export function sayTierChange(entry: TierChanged): { title: string; where: string } {
  switch (entry.why) {
    case 'reached':
      return { title: `升级为${entry.toName}`, where: '' }
    case 'notKept':
      return { title: `降为${entry.toName}`, where: spentOf(entry) }
    case 'takenBack':
      return { title: `降为${entry.toName}`, where: '退单后不够' }
    case 'bought':
      return {
        title: `成为${entry.toName}`,
        where: entry.until === null ? '' : `到${formatDay(entry.until)}`,
      }
    case 'ended':
      return { title: `${entry.fromName}体验结束`, where: `现在是${entry.toName}` }
  }
}

/** What came of a review that took nothing. */
export const sayReview = (entry: TierReviewed): { title: string; where: string } => ({
  title: entry.outcome === 'kept' ? `${entry.tierName}保级成功` : `${entry.tierName}保级提醒`,
  where: spentOf(entry),
})
