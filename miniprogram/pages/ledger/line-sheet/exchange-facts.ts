import { formatPoints } from '../../../services/format-points'
import type { Line } from '../../../services/present-line'
import { sayDiscount } from '../../../services/say-discount'
import type { Fact } from './present-detail'

/** Why a reward cost less than usual; nothing where it did not. CAMP-04, UX-06. */
export const exchangeFacts = ({ exchange }: Extract<Line['entry'], { type: 'RewardClaimed' }>): Fact[] =>
  exchange === undefined
    ? []
    : [
        { label: '平时', value: `${formatPoints(exchange.usual)} 积分` },
        { label: '活动', value: `${exchange.name} ${sayDiscount(exchange.bp)}` },
      ]
