import type { AnswerTo } from '../../../services/cloud'
import { formatYuan } from '../../../services/format-yuan'
import { sayCard } from '../../../services/say-stamps'

type Card = Extract<AnswerTo<'member', 'home'>, { joined: true }>
type StampCard = NonNullable<Card['stampCard']>

/** His card of stamps as home shows it; one who is barred keeps it and claims nothing. CAMP-09, RISK-04. */
export function presentStampCard({ stamps, of, atLeast, reward }: StampCard, isBarred: boolean) {
  const isFull = stamps >= of
  const rule = `每单实付满 ${formatYuan(atLeast)} 集一枚`
  return {
    stamps,
    of,
    reward: reward.id,
    gives: `集满 ${of} 枚，送${reward.name}`,
    title: sayCard({ stamps, of }),
    note: stamps < 0 ? `已用掉的集杯，有 ${-stamps} 枚的账单退了，先补上。${rule}` : rule,
    isFull,
    canClaim: isFull && !isBarred,
    claim: `免费领${reward.name}`,
  }
}
export type StampCardView = ReturnType<typeof presentStampCard>
