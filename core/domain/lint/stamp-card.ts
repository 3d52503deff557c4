import type { Program, Reward, StampCard } from '../../contract'
import type { Lint } from './remark'

/** One stamp is no card; more than twenty nobody sees the end of, nor are they seen in two rows. */
const FEWEST = 2
const MOST = 20

/** Ten bought, one given: a tenth of what has to be spent. CAMP-09. */
const USUAL_PERCENT = 10

const rewardOf = ({ rewards }: Program, card: StampCard): Reward | undefined =>
  rewards.find(({ id }) => id === card.reward)

export const cardCanBeFull: Lint = ({ stampCard }) => {
  const found = stampCard?.stamps ?? FEWEST
  if (found >= FEWEST && found <= MOST) return []
  return [
    { rule: 'CARD_STAMPS_UNUSUAL', at: 'stampCard.stamps', expected: found < FEWEST ? FEWEST : MOST, found },
  ]
}

/** A card that gives nothing is a promise to nobody. */
export const cardGivesSomething: Lint = (program) => {
  const card = program.stampCard
  return card === null || rewardOf(program, card) !== undefined
    ? []
    : [{ rule: 'CARD_REWARD_UNKNOWN', at: 'stampCard.reward', found: card.reward }]
}

/** What a full card is worth of what has to be spent for it: points come on top. COST-06. */
export const cardIsAffordable: Lint = (program) => {
  const card = program.stampCard
  const worth = card === null ? 0 : (rewardOf(program, card)?.worth ?? 0)
  const spend = card === null ? 1 : card.stamps * card.atLeast
  return worth * 100 > spend * USUAL_PERCENT
    ? [
        {
          rule: 'CARD_GENEROUS',
          at: 'stampCard',
          expected: USUAL_PERCENT,
          found: Math.ceil((worth * 100) / spend),
        },
      ]
    : []
}

/** Who has filled his card must not hear that it is gone. RED-15. */
export const cardRewardLasts: Lint = (program) => {
  const card = program.stampCard
  const stock = card === null ? null : (rewardOf(program, card)?.stock ?? null)
  return stock === null ? [] : [{ rule: 'CARD_REWARD_RUNS_OUT', at: 'stampCard.reward', found: stock }]
}

/** More stamps, dearer ones, another reward, or none. C-43. */
export function stampCardWorse({ stampCard: was }: Program, { stampCard: now }: Program): boolean {
  if (was === null) return false
  return now === null || now.stamps > was.stamps || now.atLeast > was.atLeast || now.reward !== was.reward
}
