import { memberIdOf } from '../../cloudfunctions/codes'
import type { LedgerLine } from '../../core/contract'
import { balanceOf } from '../../core/domain/account'
import { billId } from '../../core/store/bill-claim'
import type { Member } from '../../core/store/member'
import type { Redemption } from '../../core/store/redemption'
import type { Stock } from '../../core/store/stock'
import { auditMember } from '../../local/replay/audit-member'
import { linesByMember } from './lines-by-member'
import type { House } from './open-house-process'
import { readAll } from './read-all'
import type { Told } from './told'

/** Alarms about the books. The others tell that something was slow, large, or went wrong on purpose. */
export const ABOUT_THE_BOOKS = [
  'ACCOUNT_DIFFERS',
  'STANDING_DIFFERS',
  'IMPOSSIBLE_NUMBER',
  'MEMBER_UNREADABLE',
  'LINE_MISSING',
  'LINE_DAMAGED',
  'LINE_RESTORED',
  'BALANCE_BROKEN',
  'CODE_MISSING',
  'CODE_WITHOUT_BURN',
  'VOID_WITHOUT_RETURN',
  'RETURN_WITHOUT_VOID',
  'STOCK_DIFFERS',
  'ISSUED_DIFFERS',
  'HOLD_STUCK',
  'BILL_WITHOUT_ENTRY',
  'BILL_TWICE',
  'CLAIM_LOST',
  'OUTBOX_STUCK',
]

export interface Sums {
  members: number
  bills: number
  codes: number
  redeemed: number
  points: number
  problems: string[]
}

/** What stands in the books, against what those who asked were told: bill by bill, code by code, point by point. */
export async function holdAgainstBooks({ db, secret }: House, told: Told, stocked: Map<string, number>) {
  const members = await readAll<Member>(db, 'members')
  const lines = linesByMember(await readAll<LedgerLine>(db, 'entries'))
  const codes = await readAll<Redemption>(db, 'redemptions')
  const shelves = await readAll<Stock>(db, 'stock')
  const problems: string[] = [...told.contradictions]
  for (const member of members) {
    problems.push(...auditMember(member, lines.get(member._id) ?? []))
    if (member.outbox.length > 0) problems.push(`${member._id} still has rows in his outbox`)
  }
  problems.push(...pointProblems(secret, members, told))
  problems.push(...billProblems(secret, [...lines.values()].flat(), told))
  problems.push(...codeProblems(secret, codes, told))
  problems.push(...stockProblems(shelves, codes, stocked))
  return {
    members: members.length,
    bills: told.bills.size,
    codes: codes.length,
    redeemed: codes.filter(({ status }) => status === 'redeemed').length,
    points: members.reduce((sum, { account }) => sum + balanceOf(account), 0),
    problems,
  } satisfies Sums
}

function pointProblems(secret: string, members: readonly Member[], told: Told): string[] {
  const balances = new Map(members.map(({ _id, account }) => [_id as string, balanceOf(account) as number]))
  const problems: string[] = []
  for (const [openid, points] of told.points) {
    const id = memberIdOf(secret, openid)
    const balance = balances.get(id)
    balances.delete(id)
    if (balance !== points) problems.push(`${openid} was told ${points} points, the books say ${balance}`)
  }
  for (const id of balances.keys()) problems.push(`${id} is a member, and nobody was told so`)
  return problems
}

function billProblems(secret: string, lines: readonly LedgerLine[], { bills }: Told): string[] {
  const problems: string[] = []
  const seen = new Set<string>()
  for (const { entry, member } of lines) {
    if (entry.type !== 'BillSettled') continue
    const bill = billId(entry.branch, entry.bill)
    if (seen.has(bill)) problems.push(`bill ${bill} was credited twice`)
    seen.add(bill)
    const said = bills.get(bill)
    if (said === undefined) problems.push(`bill ${bill} was credited, and nobody was told so`)
    else if (memberIdOf(secret, said.openid) !== member || said.earned !== entry.earned)
      problems.push(`bill ${bill}: ${said.openid} was told ${said.earned}, ${member} got ${entry.earned}`)
  }
  for (const bill of bills.keys()) if (!seen.has(bill)) problems.push(`bill ${bill} was told and is lost`)
  return problems
}

function codeProblems(secret: string, kept: readonly Redemption[], { codes }: Told): string[] {
  const problems: string[] = []
  const left = new Map(codes)
  for (const { _id, member, reward, status } of kept) {
    const said = left.get(_id)
    left.delete(_id)
    if (said === undefined) problems.push(`code ${_id} was issued, and nobody was told so`)
    else if (memberIdOf(secret, said.openid) !== member || said.reward !== reward)
      problems.push(`code ${_id} is not what ${said.openid} was told`)
    const uses = status === 'redeemed' ? 1 : 0
    if (said !== undefined && said.redeemed !== uses)
      problems.push(`code ${_id} was told to be used ${said.redeemed} times and is ${status}`)
  }
  for (const code of left.keys()) problems.push(`code ${code} was told and is lost`)
  return problems
}

/** I7: what there was is left, issued, or held; and nothing is held any more. */
function stockProblems(
  shelves: readonly Stock[],
  codes: readonly Redemption[],
  stocked: Map<string, number>,
): string[] {
  return shelves.flatMap(({ _id, left, issued, holds }) => {
    const claims = codes.filter(({ reward }) => reward === _id).length
    const held = Object.keys(holds).length
    const sound = left >= 0 && left + issued === stocked.get(_id) && issued === claims && held === 0
    return sound ? [] : [`${_id}: ${left} left, ${issued} issued, ${held} held, ${claims} codes`]
  })
}
