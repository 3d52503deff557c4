import type { Mutant } from './bundle'

/** Faults somebody could make in what rewards cost. */
export const mutantsOfPrices: Mutant[] = [
  {
    name: 'a campaign for one tier makes rewards cheaper for everybody',
    file: 'core/domain/price.ts',
    right: '  (campaign.tiers?.includes(tier) ?? true) &&\n',
    wrong: '',
    within: 2_000,
  },
  {
    name: 'who was told a lower price pays the higher one',
    theme: 'stock',
    file: 'core/domain/claim-reward.ts',
    right: 'price.points > told',
    wrong: 'price.points < 0',
    within: 500,
  },
  {
    name: 'two campaigns are taken one after the other',
    theme: 'stock',
    file: 'core/domain/price.ts',
    right: 'const price = cheaper(reward.points, campaign.effect)',
    wrong: 'const price = cheaper(best.points, campaign.effect)',
    within: 2_000,
  },
]
