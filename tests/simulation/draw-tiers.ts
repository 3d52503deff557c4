import type { Program, Tier } from '../../core/contract'
import { fen, points } from '../../core/domain/amounts'
import { recommended } from '../../core/domain/presets/recommended'
import type { Chance } from './chance'

type Ladder = Pick<Program, 'tiers' | 'keep' | 'tierSales' | 'discountAt'>

/** The tiers of a house of one seed: reached by any route, kept or not, for sale or not, with a discount or without. */
export function drawTiers(chance: Chance): Ladder {
  const route = chance.pick(['spend', 'spend', 'points', 'yearPoints', 'any'])
  return {
    tiers: recommended.tiers.map((tier, rank) => drawTier(tier, rank, route, chance)),
    keep: drawKeep(chance),
    tierSales: [
      { tier: 'gold', points: points(40), days: 1 + chance.below(40) },
      ...(chance.happens(0.6) ? [{ tier: 'diamond', points: points(55), days: 1 + chance.below(3) }] : []),
    ],
    discountAt: chance.pick(['desk', 'till']),
  }
}

function drawTier(tier: Tier, rank: number, route: string, chance: Chance): Tier {
  const isOn = (one: string) => rank > 0 && (route === one || route === 'any')
  return {
    ...tier,
    reach: {
      spend: isOn('spend') ? fen([0, 15_000, 50_000][rank] ?? 0) : null,
      points: isOn('points') ? points([0, 150, 500][rank] ?? 0) : null,
      yearPoints: isOn('yearPoints') ? points([0, 120, 400][rank] ?? 0) : null,
      load: isOn('any') ? fen(rank * 100_000) : null,
    },
    payBp: chance.pick([10_000, 10_000, 9_500, 8_550]),
    gift: rank > 0 && chance.happens(0.6) ? { points: points(chance.below(40)), words: 'welcome' } : null,
    birthdayGift: points(chance.pick([0, 0, 7])),
  }
}

export function drawKeep(chance: Chance): Program['keep'] {
  if (!chance.happens(0.8)) return null
  return {
    period: chance.happens(0.5) ? { kind: 'quarter' } : { kind: 'days', days: 30 + chance.below(15) },
    minSpend: fen(5_000 + chance.below(10_000)),
    tooLittle: chance.pick(['keep', 'warn', 'warn', 'lose']),
    pauses: !chance.happens(0.2),
  }
}
