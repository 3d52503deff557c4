import type { LedgerLine } from '../../core/contract'
import { openAccount, postAll } from '../../core/domain/account'
import type { Member } from '../../core/store/member'
import type { Redemption } from '../../core/store/redemption'
import type { Stock } from '../../core/store/stock'
import type { Action } from '../../core/store/trail'
import type { Books } from './books'
import type { History } from './history'
import { NEW_FIELD } from './house'

/** What an auditor finds at the end, from the database alone and against the books. */
export function audit({ books }: History): void {
  const entries = books.engine.all<LedgerLine>('entries')
  for (const member of books.engine.all<Member>('members')) auditMember(books, member, entries)
  for (const id of books.renewed)
    books.holds(
      books.engine.read<Record<string, unknown>>('members', id)?.[NEW_FIELD] === true,
      'F12',
      () => `${id} has lost what a newer version kept with him`,
    )
  auditOperations(books)
  auditBills(books, entries)
  auditCodes(books, entries)
  auditVoid(books, entries)
  auditAnswers(books, entries)
  auditStock(books)
  auditTrail(books)
}

/** The account is the fold of its entries, and every line that was committed stands. */
function auditMember(books: Books, { _id, account, seq }: Member, entries: LedgerLine[]): void {
  const lines = entries.filter(({ member }) => member === _id).sort((a, b) => a.seq - b.seq)
  books.holds(
    lines.length === seq && lines.length === books.person(_id).lines.length,
    'I13',
    () => `${_id} has ${lines.length} lines of ${seq}`,
  )
  const folded = postAll(
    openAccount(),
    lines.map(({ entry }) => entry),
  )
  const same = JSON.stringify(folded) === JSON.stringify(account)
  books.holds(
    same,
    'I1',
    () => `${_id} holds ${JSON.stringify(account)}, his lines add up to ${JSON.stringify(folded)}`,
  )
}

function auditOperations(books: Books): void {
  const kept = new Set(books.engine.all<{ _id: string }>('operations').map(({ _id }) => _id))
  for (const key of books.committed.keys())
    books.holds(kept.has(key), 'I4', () => `operation ${key} is missing`)
  books.holds(
    kept.size === books.committed.size,
    'I4',
    () => `${kept.size} operations for ${books.committed.size} commands`,
  )
}

/** I5: a number of a branch is credited once, whoever sent it, and to whom the claim says. */
function auditBills(books: Books, entries: LedgerLine[]): void {
  const seen = new Map<string, LedgerLine>()
  for (const line of entries) {
    if (line.entry.type !== 'BillSettled') continue
    const bill = `${line.entry.branch}.${line.entry.bill}`
    const other = seen.get(bill)
    books.holds(
      other === undefined,
      'I5',
      () => `bill ${bill} was credited under ${other?.key} and ${line.key}`,
    )
    seen.set(bill, line)
  }
  for (const { _id, key, member } of books.engine.all<{ _id: string; key: string; member: string | null }>(
    'bills',
  )) {
    const line = seen.get(_id)
    books.holds(
      line === undefined || (line.key === key && line.member === member),
      'I5',
      () => `bill ${_id} is claimed by ${key}, credited under ${line?.key}`,
    )
  }
}

/** I6: a code is issued for every claim, and for nothing else. */
function auditCodes(books: Books, entries: LedgerLine[]): void {
  const claimed = entries.flatMap(({ entry }) => (entry.type === 'RewardClaimed' ? [entry.redemption] : []))
  const issued = books.engine.all<Redemption>('redemptions').map(({ _id }) => _id)
  books.holds(
    [...claimed].sort().join() === [...issued].sort().join(),
    'I6',
    () => `claimed ${claimed}, issued ${issued}`,
  )
}

/** I6, I7: what is void has given back its points, once, and what is not has not; and nobody is still at it. */
function auditVoid(books: Books, entries: LedgerLine[]): void {
  const back = entries.flatMap(({ entry }) => (entry.type === 'ClaimReversed' ? [entry.redemption] : []))
  const codes = books.engine.all<Redemption>('redemptions').filter(({ status }) => status === 'void')
  books.holds(
    [...back].sort().join() ===
      codes
        .map(({ _id }) => _id)
        .sort()
        .join(),
    'I6',
    () => `void are ${codes.map(({ _id }) => _id)}, points came back of ${back}`,
  )
  for (const { _id, openSince } of codes)
    books.holds(openSince === 0, 'I15', () => `what ${_id} cost is still on its way since ${openSince}`)
}

/** EARN-13: what was said is there for every line that gave points for it, and for nothing else. */
function auditAnswers(books: Books, entries: LedgerLine[]): void {
  const rewarded = entries.flatMap(({ member, entry }) =>
    entry.type === 'QuestionnaireAnswered' ? [`${entry.questionnaire}.${member}`] : [],
  )
  const said = books.engine.all<{ _id: string }>('answers').map(({ _id }) => _id)
  books.holds(
    [...rewarded].sort().join() === [...said].sort().join(),
    'EARN-13',
    () => `answered were ${rewarded}, kept is ${said}`,
  )
}

/** I7: as many are issued as there are codes that are not void. */
function auditStock(books: Books): void {
  const codes = books.engine.all<Redemption>('redemptions').filter(({ status }) => status !== 'void')
  for (const { _id, issued } of books.engine.all<Stock>('stock')) {
    const good = codes.filter(({ reward }) => reward === _id).length
    books.holds(issued === good, 'I7', () => `${_id}: ${issued} issued for ${good} codes`)
  }
}

const DEEDS = [
  'manager.saveDraft',
  'manager.publishProgram',
  'manager.inviteStaff',
  'manager.revokeStaff',
  'manager.acknowledgeAlarm',
  'cashier.acceptInvitation',
]

/** SEC-02: one record for each deed, wherever the function that did it was killed. */
function auditTrail(books: Books): void {
  const written = books.engine
    .all<{ action: Action }>('actions')
    .filter(({ action: { procedure, outcome } }) => outcome === 'ok' && DEEDS.includes(procedure))
    .map(({ action: { procedure, staff } }) => `${procedure} ${staff}`)
  books.holds(
    [...books.deeds].sort().join() === written.sort().join(),
    'SEC-02',
    () => `done was ${books.deeds}, written down is ${written}`,
  )
}
