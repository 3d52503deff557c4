import type { Draw, Program } from '../../core/contract'
import type { PlainAdjustment } from './plain-adjust'
import { type PlainWait, plainCap } from './plain-caps'
import type { PlainCheckIn } from './plain-check-in'
import { ordinalOf, plainEarned } from './plain-earning'
import { plainCredit, plainLastDay } from './plain-lots'
import { plainDiscount, plainJubilees, plainPaid } from './plain-occasions'
import { newPlainReferral, type PlainReferral } from './plain-promise'
import { plainStamp } from './plain-stamps'
import { newLadder, type PlainLadder, plainBirthdayGift, plainClimb } from './plain-tiers'

/** A bill, what it made, and what was taken back of it. */
export interface PlainSettled {
  /** `<branch>.<number>`; null without a number. */
  no: string | null
  fen: number
  earned: number
  lot: string
  on: string
  fenBack: number
  pointsBack: number
  /** What was enough for its stamp; null where it has none. */
  enough: number | null
  /** What of its points was beyond a cap. */
  beyond: PlainBeyond[]
}

/** Points of a bill that did not come with it. */
export interface PlainBeyond {
  earned: number
  back: number
  /** Where they are since they came; null until then, and for ever if they never do. */
  lot: string | null
  /** The day whose cap they filled; null where a person let them through. */
  filled: string | null
}

/** The rules once more, written down plainly and by other hands: what the product is compared with. */
export interface PlainMember {
  joined: boolean
  /** Points by the last day they can be used. */
  lots: Map<string, number>
  /** Points that expired, by the last day they could have been used. */
  gone: Map<string, number>
  /** The days he was promised when his points began to stand still; null while they do not. */
  grace: number | null
  debt: number
  /** What codes that are not void have cost, by code. */
  claims: Map<string, Draw[]>
  stamps: number
  /** What codes that are not void have cost in stamps, by code. */
  cards: Map<string, number>
  /** Claims that a limit of a day counts, on the latest such day by reward, and which day each code counts towards. */
  limited: { day: string; times: Map<string, number>; codes: Map<string, { reward: string; day: string }> }
  /** By the key of the command that settled each. */
  settled: Map<string, PlainSettled>
  spend: number
  bills: number
  since: string
  /** Bills by the month they were paid in. */
  months: Map<string, number>
  /** Points that came of a group on a day: `spend 2027-03-05`. */
  came: Map<string, number>
  waits: PlainWait[]
  waited: number
  /** Adjustments that wait for a second person, by their keys. */
  proposed: Map<string, PlainAdjustment>
  tier: number
  ladder: PlainLadder
  name: string | null
  birthday: string | null
  /** The day he told his birthday. */
  toldOn: string
  /** The bill that had the price of his birthday. */
  party: { on: string; key: string } | null
  phone: string | null
  referral: PlainReferral
  checkIn: PlainCheckIn | null
  /** The latest anniversary he was given something for. */
  celebrated: string
  /** By which bill of his, the command that settled it. */
  jubilees: Map<number, string>
  /** Questionnaires he has answered. */
  answered: Set<string>
  /** On the blacklist since a day, and through which. */
  bar: { since: string; until: string | null } | null
  /** He has scanned a table of today. */
  isSeated: boolean
}

export const newPlain = (): PlainMember => ({
  joined: false,
  lots: new Map(),
  gone: new Map(),
  grace: null,
  debt: 0,
  claims: new Map(),
  stamps: 0,
  cards: new Map(),
  limited: { day: '', times: new Map(), codes: new Map() },
  settled: new Map(),
  spend: 0,
  bills: 0,
  since: '',
  months: new Map(),
  came: new Map(),
  waits: [],
  waited: 0,
  proposed: new Map(),
  tier: 0,
  ladder: newLadder(),
  name: null,
  birthday: null,
  toldOn: '',
  party: null,
  phone: null,
  referral: newPlainReferral(),
  checkIn: null,
  celebrated: '',
  jubilees: new Map(),
  answered: new Set(),
  bar: null,
  isSeated: false,
})

/** One line that must be written: its kind, what it changes, and which lots it touches. */
export interface PlainLine {
  type: string
  on: string
  delta: number
  lots: string
}

export function plainJoin(member: PlainMember, today: string, program: Program): PlainLine[] {
  const { earn } = program
  const day = plainLastDay(today, program)
  member.joined = true
  member.since = today
  const delta = plainCredit(member, day, earn.registration)
  return [{ type: 'MemberJoined', on: today, delta, lots: day }]
}

export function plainBill(
  member: PlainMember,
  typed: { fen: number; branch: string; isDesk: boolean; key: string; no: string | null },
  { on, today }: { on: string; today: string },
  program: Program,
): PlainLine[] {
  const bill = { ...typed, fen: plainPaid(member, typed, on, program) }
  const isParty = typed.isDesk && program.discountAt === 'desk' && plainDiscount(member, on, program).isParty
  const earned = plainEarned(member, bill, on, program)
  const day = plainLastDay(on, program)
  const before = member.waits.length
  const { credited, lines: waiting } = plainCap(member, 'spend', earned, on, program)
  const beyond = member.waits.slice(before).map((wait) => {
    wait.bill = bill.key
    wait.told = today
    wait.beyond = { earned: wait.points, back: 0, lot: null, filled: null }
    return wait.beyond
  })
  const delta = plainCredit(member, day, credited)
  const enough = plainStamp(member, bill.fen, program)
  const kept = {
    no: bill.no && `${bill.branch}.${bill.no}`,
    fen: bill.fen,
    earned: credited,
    lot: day,
    on,
    fenBack: 0,
    pointsBack: 0,
    enough,
    beyond,
  }
  member.settled.set(bill.key, kept)
  const lines = [
    { type: 'BillSettled', on, delta, lots: enough === null ? day : `${day} stamped from ${enough}` },
    ...waiting,
  ]
  if (bill.fen === 0) return lines
  for (const jubilee of plainJubilees(member, program)) member.jubilees.set(jubilee.bill, bill.key)
  if (isParty) member.party = { on, key: bill.key }
  member.spend += bill.fen
  member.bills += 1
  member.months.set(on.slice(0, 7), ordinalOf(member, on))
  const gift = plainBirthdayGift(member, on, program)
  member.ladder.paid.push({ on, fen: bill.fen, points: credited })
  return [...lines, ...gift, ...plainClimb(member, on, program, today)]
}
