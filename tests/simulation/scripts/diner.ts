import type { MemberId } from '../../../core/contract'
import type { Chance } from '../chance'
import { BRANCHES, MEMBERS, STRANGERS } from '../house'
import type { Script, Stage } from '../stage'

/** Mostly a member; now and then somebody who has not joined. */
export const someDiner = (chance: Chance): MemberId =>
  chance.happens(0.9) ? chance.pick(MEMBERS) : chance.pick(STRANGERS)

/** Some are a month after a history may begin: told on joining, they count just then. C-19. */
const BIRTHDAYS = ['02-29', '03-05', '12-31', '01-15', '03-31', '04-05']

const profile = (chance: Chance) => ({
  ...(chance.happens(0.5) ? { name: chance.pick(['小安', 'Ann', '阿本']) } : {}),
  ...(chance.happens(0.5) ? { birthday: chance.pick(BIRTHDAYS) } : {}),
})

const read =
  (name: 'member' | 'points' | 'mall', procedure: string, input: (chance: Chance) => object): Script =>
  async (stage, chance) => {
    const asked = procedure as never
    await stage.persist(stage.question(someDiner(chance), name, asked, { ...input(chance) }), chance)
  }

/** Join, so that there is somebody; asked again by who has joined it is refused. */
export const join: Script = async (stage, chance) => {
  const input = { key: chance.uuid(), ...profile(chance) }
  await stage.persist(stage.question(chance.pick(MEMBERS), 'member', 'join', input), chance)
}

export const setProfile: Script = async (stage, chance) => {
  const input = { key: chance.uuid(), ...profile(chance) }
  await stage.persist(stage.question(someDiner(chance), 'member', 'setProfile', input), chance)
}

export const sit: Script = async (stage, chance) => {
  const input = { branch: chance.pick(BRANCHES)._id, table: chance.pick(['1', '2', '9']) }
  await stage.persist(stage.question(someDiner(chance), 'member', 'sit', input), chance)
}

/** The member code somebody shows; it may be seen, and shown again, by others. */
export async function showCode(stage: Stage, who: MemberId, chance: Chance): Promise<string | null> {
  const answer = await stage.persist(stage.question(who, 'member', 'code', {}), chance)
  const code = answer?.data?.code
  if (typeof code !== 'string') return null
  stage.shownCodes.push({ code, at: stage.now })
  return code
}

export const code: Script = async (stage, chance) => {
  await showCode(stage, someDiner(chance), chance)
}

export const home = read('member', 'home', () => ({}))
export const arrivals = read('points', 'arrivals', (chance) => ({ since: chance.below(6) }))
export const list = read('mall', 'list', () => ({}))
export const redemptions = read('mall', 'redemptions', () => ({}))
export const ledger = read('points', 'ledger', (chance) =>
  chance.weigh({ all: 3, kind: 1, month: 1, before: 1 }) === 'all'
    ? {}
    : chance.pick([{ kind: 'burn' }, { month: '2028-02' }, { before: 4 }]),
)

/** What a page may have shown: some of it is what it costs today. */
const PRICES = [9, 15, 16, 30, 40, 45, 90]

/** For points something that several want; for stamps what the card gives, full or not. */
export async function claim(stage: Stage, chance: Chance, who = someDiner(chance)): Promise<void> {
  if (chance.happens(0.2)) return claimCard(stage, chance, who)
  const reward = chance.weigh({ tea: 2, cake: 5, feast: 2, nothing: 0.2 })
  const told = chance.happens(0.5) ? { price: chance.pick(PRICES) } : {}
  await claimWith(stage, chance, who, { reward, ...told })
}

export async function claimCard(stage: Stage, chance: Chance, who = someDiner(chance)): Promise<void> {
  const { stampCard } = stage.program
  const reward = chance.happens(0.95) ? (stampCard?.reward ?? 'cake') : 'feast'
  await claimWith(stage, chance, who, { reward, with: 'stamps' })
}

async function claimWith(stage: Stage, chance: Chance, who: MemberId, wish: object): Promise<void> {
  const question = stage.question(who, 'mall', 'claim', { key: chance.uuid(), ...wish })
  const answer = await stage.persist(question, chance)
  const issued = answer?.data?.redemption as { code: string } | undefined
  if (issued === undefined) return
  stage.redemptionCodes.push(issued.code)
  stage.owners.set(issued.code, who)
}

/** His own code; or another's, or none. */
export const redemption: Script = async (stage, chance) => {
  const seen = stage.redemptionCodes
  const code = seen.length > 0 ? chance.pick(seen) : '0'.repeat(16)
  const who = (chance.happens(0.7) ? stage.owners.get(code) : undefined) ?? someDiner(chance)
  await stage.persist(stage.question(who, 'mall', 'redemption', { code }), chance)
}
