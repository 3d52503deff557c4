import { formatYuan } from '../../../services/format-yuan'
import type { Line } from '../../../services/present-line'
import { sayStamps } from '../../../services/say-stamps'
import type { Fact } from './present-detail'

type Stamped = Extract<
  Line['entry'],
  { type: 'BillSettled' | 'BillReversed' | 'RewardClaimed' | 'ClaimReversed' }
>

/** What a line did to his card of stamps, and why. CAMP-09. */
export function stampFacts(entry: Stamped): Fact[] {
  const told = sayWhy(entry)
  return told === null ? [] : [{ label: '集杯', value: told }]
}

function sayWhy(entry: Stamped): string | null {
  switch (entry.type) {
    case 'BillSettled':
      return entry.stamp ? `+1，这一单实付满 ${formatYuan(entry.stamp.atLeast)}` : null
    case 'BillReversed':
      return entry.unstamped ? '−1，这一单剩下的不够集一枚' : null
    case 'RewardClaimed':
      return entry.stamps ? `用了 ${sayStamps(entry.stamps)}，没有用积分` : null
    case 'ClaimReversed':
      return entry.stamps ? `退回 ${sayStamps(entry.stamps)}` : null
  }
}
