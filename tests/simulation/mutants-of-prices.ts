import type { Mutant } from './bundle'

/** Faults somebody could make in what rewards cost, and how often one may have them. */
export const mutantsOfPrices: Mutant[] = [
  {
    name: 'a campaign for one tier makes rewards cheaper for everybody',
    file: 'core/domain/price.ts',
    right: 'isForTier(campaign, tier) && ',
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
  {
    name: 'a daily limit is one more than it says',
    theme: 'stock',
    file: 'core/domain/daily-limit.ts',
    right: 'return missingOf(perDay, times)',
    wrong: 'return missingOf(perDay, times - 1)',
    within: 500,
  },
  {
    name: 'a void claim leaves no place in its daily limit',
    theme: 'voids',
    file: 'core/domain/daily-limit.ts',
    right: 'if (ofDay === undefined || claimed?.day !== ofDay) return {}',
    wrong: 'if (claimed?.day !== null) return {}',
    within: 3_000,
  },
]
