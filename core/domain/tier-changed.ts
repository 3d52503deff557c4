import type { BusinessDay, Entry, Program, Tier } from '../contract'

type TierChanged = Extract<Entry, { type: 'TierChanged' }>

/** From one tier to another, and why; what is not said does not apply. */
export const changed = (
  why: TierChanged['why'],
  from: Tier,
  to: Tier,
  on: BusinessDay,
  program: Program,
  more: Partial<Pick<TierChanged, 'climbed' | 'keep' | 'until' | 'spent' | 'minSpend'>>,
): TierChanged => ({
  type: 'TierChanged',
  on,
  why,
  from: from.id,
  fromName: from.name,
  to: to.id,
  toName: to.name,
  climbed: [],
  keep: null,
  until: null,
  spent: null,
  minSpend: null,
  ...more,
  program: program.version,
})
