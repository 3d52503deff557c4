import type { LedgerLine, Program } from '../../core/contract'
import { plainBalance, plainMonths } from './plain-lots'
import type { PlainMember } from './plain-model'
import { plainPrice } from './plain-price'
import { plainTier, sumOf } from './plain-tiers'

const DAY_MS = 24 * 3_600_000

export const plainDays = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS

/** One or two dozen years are enough for any history: the first celebration that is not over. */
export function celebration(birthday: string, today: string): string {
  for (let year = Number(today.slice(0, 4)); ; year++) {
    const exact = new Date(`${year}-${birthday}T00:00:00Z`)
    const isThere = exact.toISOString().slice(5, 10) === birthday
    const day = isThere ? `${year}-${birthday}` : `${year}-02-28`
    if (day >= today) return day
  }
}

/**
 * What a member must be told after these lines, in words, by other hands: what there is to tell and has not
 * been told. Remembers what it says.
 */
export function plainLetters(
  member: PlainMember,
  told: Set<string>,
  lines: readonly LedgerLine[],
  today: string,
  program: Program,
): string[] {
  const { reminders } = program
  if (reminders === null) return []
  const rewards = program.rewards.map((one) => ({
    id: one.id,
    points: plainPrice(member, one, today, program),
  }))
  const words: string[] = []
  const balance = plainBalance(member)
  const earned = lines.reduce((sum, { entry }) => sum + ('earned' in entry ? entry.earned : 0), 0)
  const bars = lines.filter(({ entry }) => entry.type === 'MemberBarred' || entry.type === 'BarLifted')
  const [bar] = bars.slice(-1)
  if (bar?.entry.type === 'MemberBarred') words.push(`barred until ${bar.entry.until}`)
  if (bar?.entry.type === 'BarLifted') words.push('free')
  const parties = lines.flatMap(({ entry }) =>
    entry.type === 'PointsGranted' && entry.source === 'anniversary' && entry.earned > 0 ? [entry] : [],
  )
  const given = parties.reduce((sum, one) => sum + one.earned, 0)
  const years = (day: string) => Number(day.slice(0, 4)) - Number(member.since.slice(0, 4))
  for (const { on } of parties.slice(-1)) words.push(`anniversary ${years(on)}, ${given} of ${balance}`)
  if (reminders.arrivals && earned > given) words.push(`arrived ${earned - given} of ${balance}`)
  for (const { entry, delta } of lines)
    if (entry.type === 'ClaimReversed')
      words.push(`returned ${delta + entry.repaid}, ${entry.repaid} repaid, of ${balance}: ${entry.reason}`)

  words.push(...tier(member, lines, program))

  if (reminders.affordable === 'again')
    for (const { id, points } of rewards) if (points > balance) told.delete(`reward ${id}`)
  for (const mark of [...told])
    if (mark.startsWith('reward ') && rewards.every(({ id }) => mark !== `reward ${id}`)) told.delete(mark)
  const fresh = rewards.filter(({ id, points }) => points <= balance && !told.has(`reward ${id}`))
  if (reminders.affordable !== 'never' && member.bar === null && earned > 0 && fresh.length > 0) {
    const dearest = Math.max(...fresh.map(({ points }) => points))
    words.push(`affordable ${dearest} and ${fresh.length - 1}`)
    for (const { id } of fresh) told.add(`reward ${id}`)
  }

  words.push(...expiring(member, told, today, reminders.expiryDays))
  words.push(...keeping(member, told, today, program))
  words.push(...statement(member, told, today, reminders.statementDay))
  const on = member.birthday === null ? null : celebration(member.birthday, today)
  if (on !== null && reminders.birthdayDays !== null && plainDays(today, on) <= reminders.birthdayDays)
    words.push(...once(told, `birthday ${on}`))
  return words
}

/** What stands on his card is another tier than before these lines. */
function tier(member: PlainMember, lines: readonly LedgerLine[], { reminders, tiers }: Program): string[] {
  const changes = lines.flatMap(({ entry }) => (entry.type === 'TierChanged' ? [entry] : []))
  const [first] = changes
  if (!reminders?.tiers || first === undefined) return []
  const { bought } = member.ladder
  const isOld = bought !== null && changes.every(({ why }) => why !== 'bought')
  const cards = [first.from, ...(isOld ? [bought.tier] : [])]
  const before = Math.max(...cards.map((id) => tiers.findIndex((one) => one.id === id)))
  const after = plainTier(member, tiers)
  return after === before ? [] : [`tier ${tiers[after]?.id}`]
}

const once = (told: Set<string>, what: string): string[] => {
  if (told.has(what)) return []
  told.add(what)
  return [what]
}

/** Each lot is at one of the reminders, or before the first; told of a later one, the earlier are over. */
function expiring(
  { lots, grace }: PlainMember,
  told: Set<string>,
  today: string,
  days: readonly number[],
): string[] {
  for (const mark of [...told])
    if (mark.startsWith('lot ') && !lots.has(mark.split(' ')[1] ?? '')) told.delete(mark)
  if (grace !== null) return []
  const open = [...lots].filter(([day]) => day < '9999').sort(([a], [b]) => (a < b ? -1 : 1))
  const at = (left: number) => [...days].sort((a, b) => a - b).find((stage) => left <= stage)
  const isNew = (lot: string) => {
    const stage = at(plainDays(today, lot))
    return stage !== undefined && days.every((one) => one > stage || !told.has(`lot ${lot} ${one}`))
  }
  if (!open.some(([lot]) => isNew(lot))) return []
  const soon = open.filter(([lot]) => at(plainDays(today, lot) - 3) !== undefined)
  for (const [lot] of soon) told.add(`lot ${lot} ${at(plainDays(today, lot) - 3)}`)
  const [first = ['', 0]] = soon
  const total = soon.reduce((sum, [, points]) => sum + points, 0)
  return [`expiring ${first[1]} on ${first[0]}, ${total} until ${soon.at(-1)?.[0]}`]
}

/** In the last two weeks of the time in which he must spend, if he has not yet. */
function keeping(
  member: PlainMember,
  told: Set<string>,
  today: string,
  { reminders, keep }: Program,
): string[] {
  const { period } = member.ladder
  if (!reminders?.tiers || member.bar !== null || keep === null || period === null || member.tier === 0)
    return []
  const missing = keep.minSpend - Math.max(0, sumOf(member, period.from, 'fen'))
  const left = plainDays(today, period.until)
  if (missing <= 0 || left < 0 || left > 14 || told.has(`keeping ${period.until}`)) return []
  told.add(`keeping ${period.until}`)
  return [`keeping ${missing} until ${period.until}`]
}

/** On its day and two days more, for who was a member before that month and has anything. */
function statement(member: PlainMember, told: Set<string>, today: string, day: number | null): string[] {
  const month = today.slice(0, 7)
  const date = Number(today.slice(8))
  if (day === null || date < day || date > day + 2 || told.has(`statement ${month}`)) return []
  told.add(`statement ${month}`)
  if (member.since.slice(0, 7) === month || plainBalance(member) === 0) return []
  return [`statement ${plainMonths(`${month}-01`, -1).slice(0, 7)}, ${plainBalance(member)}`]
}
