import type { Program } from '../../core/contract'
import { fen, points } from '../../core/domain/amounts'
import type { Chance } from './chance'

type Rule = NonNullable<Program['referral']>['rules'][number]

/** What a house of one seed gives for friends: mostly something, seldom enough for everybody. */
export function drawReferral(chance: Chance): Program['referral'] {
  if (chance.happens(0.1)) return null
  const beneficiary = (): Rule['beneficiary'] => chance.pick(['both', 'both', 'referrer', 'referee'])
  const order: Rule = {
    trigger: 'firstPaidOrder',
    beneficiary: beneficiary(),
    formula: chance.happens(0.6) ? { kind: 'fixed', points: points(25) } : { kind: 'share', bp: 1_000 },
    atLeast: fen(chance.pick([0, 0, 3_000])),
  }
  const joining: Rule = {
    trigger: 'register',
    beneficiary: beneficiary(),
    formula: { kind: 'fixed', points: points(5) },
    atLeast: fen(0),
  }
  return {
    rules: chance.happens(0.3) ? [order, joining] : [order],
    perMonth: chance.pick([1, 1, 2, 5, null]),
    pendingDays: chance.pick([0, 2, 7]),
  }
}
