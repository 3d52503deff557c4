import type { RewardId, StampCard } from '../../core/contract'
import { fen } from '../../core/domain/amounts'
import type { Chance } from './chance'

/** A card of a house of one seed: small, so that it is filled. */
export function drawStampCard(chance: Chance): StampCard | null {
  if (chance.happens(0.2)) return null
  const reward = chance.pick(['tea', 'cake', 'cake', 'feast']) as RewardId
  return { stamps: 2 + chance.below(2), atLeast: fen(chance.pick([1, 2500, 5000])), reward }
}
