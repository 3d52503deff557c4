import { ADMINS, idOf, MANAGER } from '../house'
import type { Script, Stage } from '../stage'
import { someManager } from './behind-the-counter'
import { someDiner } from './diner'

type Chance = Parameters<Script>[1]

/** What managers do to points by hand. */
const ask = (
  stage: Stage,
  chance: Chance,
  procedure: 'reviews' | 'credits' | 'member' | 'adjust' | 'proposals',
  input: Record<string, unknown> = {},
) => stage.persist(stage.question(someManager(chance), 'manager', procedure, input), chance)

export const reviews: Script = async (stage, chance) => {
  const who = chance.happens(0.9) ? someManager(chance) : idOf('oto')
  await stage.persist(stage.question(who, 'manager', 'reviews', {}), chance)
}

export const credits: Script = async (stage, chance) => {
  await ask(stage, chance, 'credits', { days: 1 + chance.below(31) })
}

export const member: Script = async (stage, chance) => {
  await ask(stage, chance, 'member', { member: someDiner(chance) })
}

/** By one, or by two at once who may decide otherwise; now and then about what never waited. */
export const decideReview: Script = async (stage, chance) => {
  const answer = await ask(stage, chance, 'reviews')
  const waiting = (answer?.data?.reviews ?? []) as { member: string; pending: string }[]
  const nothing = { member: someDiner(chance), pending: `wait-${chance.below(9)}` }
  const { member, pending } = waiting.length > 0 && chance.happens(0.9) ? chance.pick(waiting) : nothing
  const decide = (who: (typeof ADMINS)[number]) => {
    const verdict = { member, pending, approve: chance.happens(0.6), note: '核对过' }
    const input = { key: chance.uuid(), ...verdict }
    return stage.persist(stage.question(who, 'manager', 'decideReview', input), chance)
  }
  await Promise.all([
    decide(someManager(chance)),
    ...(chance.happens(0.3) ? [decide(chance.pick(ADMINS))] : []),
  ])
}

/** Give or take: what a manager may alone, and more. Then somebody may decide what was proposed. */
export const adjust: Script = async (stage, chance) => {
  await ask(stage, chance, 'adjust', {
    key: chance.uuid(),
    member: someDiner(chance),
    direction: chance.pick(['give', 'take']),
    points: 1 + chance.below(100),
    reason: 'OTHER',
    note: '核对过',
  })
  if (chance.happens(0.5)) await decideAdjustment(stage, chance)
}

const decideAdjustment: Script = async (stage, chance) => {
  const answer = await ask(stage, chance, 'proposals')
  const open = (answer?.data?.proposals ?? []) as { id: string; kind: string }[]
  const adjustments = open.filter(({ kind }) => kind === 'adjustment')
  if (adjustments.length === 0) return
  const proposal = chance.pick(adjustments).id
  await Promise.all(
    chance.pick([[MANAGER], [...ADMINS], [chance.pick(ADMINS)]]).map((who) => {
      const input = { key: chance.uuid(), proposal, approve: chance.happens(0.7) }
      return stage.persist(stage.question(who, 'manager', 'decideProposal', input), chance)
    }),
  )
}
