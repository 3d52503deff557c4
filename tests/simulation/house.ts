import { memberIdOf } from '../../cloudfunctions/codes'
import { readSeals, type Seals } from '../../cloudfunctions/seal'
import type {
  BranchId,
  BusinessDay,
  MemberId,
  Program,
  Reward,
  RewardId,
  StaffRole,
} from '../../core/contract'
import { fen, points } from '../../core/domain/amounts'
import { recommended } from '../../core/domain/presets/recommended'
import type { Branch, Restaurant } from '../../core/store/restaurant'
import type { Chance } from './chance'
import { drawCaps } from './draw-caps'
import { drawCheckIn } from './draw-check-in'
import { drawAnniversary, drawEarning } from './draw-earning'
import { drawExpiry } from './draw-expiry'
import { drawQuestionnaire } from './draw-questionnaire'
import { drawReferral } from './draw-referral'
import { drawReminders } from './draw-reminders'
import { drawStampCard } from './draw-stamp-card'
import { drawKeep, drawTiers } from './draw-tiers'

export const SECRET = 'a secret of the simulation, thirty-two or more'

const sealKey = (letter: string) => Buffer.alloc(32, letter).toString('base64')
const [old, fresh] = [`1:${sealKey('a')}`, `2:${sealKey('b')}`]
/** A key is turned as it should be: the new one opens everywhere before it seals anywhere. */
export const SEALS = { first: readSeals(`${old},${fresh}`), later: readSeals(`${fresh},${old}`) }

export const idOf = (name: string): MemberId => memberIdOf(SECRET, name)

/** What WeChat calls somebody. */
export const openidOf = (id: MemberId): string => `openid of ${id}`

/** Who is in every history. Few, so that they meet. */
export const MEMBERS = ['ann', 'ben', 'cai'].map(idOf)
export const STRANGERS = ['dan', 'eve'].map(idOf)
export const NEWCOMERS = ['fay', 'gus'].map(idOf)
export const MANAGER = idOf('mia')
/** Two, so that they can try to remove each other. */
export const ADMINS = ['ada', 'bob'].map(idOf)

const person = (name: string, role: StaffRole, branch: string) => ({ _id: idOf(name), name, role, branch })
export const STAFF = [
  person('oto', 'clerk', 'jingan'),
  person('pia', 'clerk', 'xuhui'),
  person('mia', 'manager', 'jingan'),
  person('ada', 'admin', 'jingan'),
  person('bob', 'admin', 'xuhui'),
]

export const BRANCHES: Branch[] = ['jingan', 'xuhui'].map((id) => ({
  _id: id as BranchId,
  name: `${id} branch`,
  tables: ['1', '2', 'A1'],
  tillKey: `till key of ${id}`,
}))

const reward = (
  id: string,
  price: number,
  stock: number | null,
  branches: string[] | null,
  worth = 100,
  perDay: number | null = null,
): Reward => ({
  id: id as RewardId,
  name: id,
  description: '',
  category: 'treat',
  picture: '/a.svg',
  points: points(price),
  worth: fen(worth),
  stock,
  perDay,
  branches: branches as BranchId[] | null,
})

/** Moments at which calendars go wrong: the leap day, its eve, the cut-over at four, the ends of months and years. */
const BEGINNINGS = [
  '2027-03-05T12:00:00+08:00',
  '2028-02-28T23:59:58+08:00',
  '2028-02-29T03:59:55+08:00',
  '2028-02-29T12:00:00+08:00',
  '2027-12-31T23:59:50+08:00',
  '2027-01-31T18:00:00+08:00',
  '2027-04-01T03:59:59+08:00',
]
/** What the next version of the product will keep with a member. */
export const NEW_FIELD = 'tomorrow'
export const DAY_MS = 24 * 3_600_000

export interface House {
  beginsAt: number
  programs: Program[]
  stock: Map<string, number>
  /** In how many lanes the timer works. */
  lanes: number
  /** When the keys turn that numbers are sealed with. */
  keysTurnAt: number
}

/** A house of one seed: its programme, the one that follows it in some days, and what is in stock. */
export function drawHouse(chance: Chance): House {
  const beginsAt = Date.parse(chance.pick(BEGINNINGS))
  const stock = new Map([
    ['cake', 1 + chance.below(3)],
    ['feast', 1],
  ])
  const rewards = [
    reward('tea', 30, null, null, 100, chance.pick([null, 1, 1, 2])),
    reward(
      'cake',
      40,
      stock.get('cake') ?? 0,
      chance.happens(0.5) ? ['jingan'] : null,
      100,
      chance.pick([null, 1]),
    ),
    reward('feast', 90, stock.get('feast') ?? 0, ['jingan'], 6001),
  ]
  const first: Program = {
    ...recommended,
    version: 'first',
    validFrom: '2015-01-01' as BusinessDay,
    earn: drawEarning(chance, beginsAt),
    caps: drawCaps(chance),
    expiry: drawExpiry(chance),
    checkIn: drawCheckIn(chance),
    ...drawTiers(chance),
    rewards,
    stampCard: drawStampCard(chance),
    redemptionDays: 1 + chance.below(3),
    referral: drawReferral(chance),
    anniversary: drawAnniversary(chance, beginsAt),
    birthdayDiscount: chance.pick([null, { payBp: 5_000 }, { payBp: 9_000 }]),
    reminders: drawReminders(chance),
    limits: {
      clerk: { bill: fen(8000), reversal: fen(6000), adjustment: points(0) },
      manager: { bill: fen(9500), reversal: null, adjustment: points(50) },
      admin: { bill: null, reversal: null, adjustment: null },
    },
  }
  const later: Program = {
    ...first,
    version: 'later',
    validFrom: new Date(beginsAt + 3 * DAY_MS).toISOString().slice(0, 10) as BusinessDay,
    earn: {
      ...first.earn,
      firstOrder: { mode: 'multiplier', bp: 15_000 },
      birthday: { window: 'month', bp: 30_000 },
    },
    expiry: drawExpiry(chance),
    keep: chance.happens(0.6) ? first.keep : drawKeep(chance),
    anniversary: chance.happens(0.8) ? first.anniversary : null,
    reminders: chance.happens(0.7) ? first.reminders : drawReminders(chance),
    rewards: rewards.filter(({ id }) => id !== 'tea'),
    stampCard: chance.happens(0.7) ? first.stampCard : drawStampCard(chance),
  }
  const keysTurnAt = beginsAt + chance.below(3 * DAY_MS)
  const asked = [drawQuestionnaire(chance), drawQuestionnaire(chance)] as const
  const programs = [
    { ...first, questionnaire: asked[0] },
    { ...later, questionnaire: asked[1] },
  ]
  return { beginsAt, programs, stock, lanes: chance.pick([1, 1, 2]), keysTurnAt }
}

export const sealsAt = ({ keysTurnAt }: House, now: number): Seals =>
  now < keysTurnAt ? SEALS.first : SEALS.later

/** The programme of a business day, told without the database. */
export const programOn = ({ programs }: Pick<House, 'programs'>, day: string): Program => {
  const begun = programs.filter(({ validFrom }) => validFrom <= day)
  return begun.reduce((one, other) => (other.validFrom > one.validFrom ? other : one))
}

export const restaurantOn = (house: House, day: string): Restaurant => ({
  program: programOn(house, day),
  branches: BRANCHES,
})

export const CASHIERS = STAFF.map(({ _id }) => _id).filter((id) => !ADMINS.includes(id))
