import type { AccountState, BusinessDay, Entry, LedgerLine, MemberId, PendingPoints } from '../../contract'
import { balanceOf, openAccount } from '../account'
import { fen, points } from '../amounts'
import { deltaOf } from '../delta-of'
import { readLedger } from './read-ledger'

const member = 'M0000000000000001' as MemberId
const [on, lot] = ['2026-11-21', '2027-11-21'] as BusinessDay[] as [BusinessDay, BusinessDay]
const waiting = (id: string, size: number): PendingPoints => ({
  ...{ id, source: 'bill', about: '静安店', branch: null, bill: null, points: points(size) },
  ...{ since: on, until: on, reason: 'dailyCap' },
})

/** Somebody who owes 10 points, waits for 30 and for 5, and has used 20 of a day's cap. */
const account: AccountState = {
  ...openAccount(),
  debt: points(10),
  lots: [{ expiresOn: lot, left: points(100) }],
  pending: [waiting('p1', 5), waiting('p2', 30)],
  towardsCaps: [{ day: on, group: 'spend', points: points(20) }],
  qualifyingSpend: fen(5000),
  bills: 1,
}

/** What is wrong with his second line, where the first says that he is as above. */
function flawsOf(entry: object, over: Partial<AccountState> = {}) {
  const his = { ...account, ...over }
  const corrected = { type: 'AccountCorrected', on, running: balanceOf(his), account: his } as Entry
  const line = (seq: number, one: Entry, balance: number): LedgerLine => ({
    ...{ id: `${member}.${seq}`, key: String(seq), index: 0, member, seq, kind: 'earn', month: '2026-11' },
    ...{ at: `${on}T12:00:00+08:00`, delta: deltaOf(one), balance: points(balance), entry: one },
  })
  const next = entry as Entry
  const after = balanceOf(his) + deltaOf(next)
  return readLedger([line(1, corrected, balanceOf(his)), line(2, next, after)], 2).flaws
}
const stuck = [{ kind: 'LINE_DAMAGED', seq: 2, expected: null, found: null }]

const granted = (earned: number, repaid: number) => ({
  ...{
    type: 'PointsGranted',
    on,
    source: 'adjustment',
    about: '补',
    dropped: 0,
    expiresOn: lot,
    program: 'p',
  },
  ...{ earned: points(earned), repaid: points(repaid) },
})
const released = (pending: string, earned: number) => ({
  ...granted(earned, 0),
  type: 'PendingReleased',
  pending,
})
const forfeited = (pending: string, size: number, over: object = {}) => ({
  ...{ type: 'PendingForfeited', on, pending, source: 'bill', points: points(size), reason: '退', ...over },
})
const comes = { type: 'PointsPending', on, pending: 'p3', source: 'bill', bill: null, points: points(7) }
const takesBack = (amount: number) => ({
  ...{ type: 'BillReversed', on, bill: '7', branch: 'a', paidOn: on, amount: fen(amount), left: fen(0) },
  ...{ points: points(0), drawn: [], lapsed: points(0), lot, owed: points(0), reason: '退' },
})

test.each<[what: string, can: object, cannot: object]>([
  ['repays no more than is owed', granted(50, 10), granted(50, 11)],
  ['repays no more than it earns', granted(9, 9), granted(9, 10)],
  ['lets no more come than waits', released('p2', 30), released('p2', 31)],
  ['lets come what waits, not what something else would', released('p1', 5), released('p1', 6)],
  ['lets come only what waits', released('p2', 1), released('p4', 1)],
  ['gives up no more than waits', forfeited('p2', 30), forfeited('p2', 31)],
  ['gives up only what waits', forfeited('p1', 1), forfeited('p4', 1)],
  ['makes no more room than was used', forfeited('p2', 20, { room: on }), forfeited('p2', 21, { room: on })],
  ['makes room only of its day', forfeited('p2', 1, { room: on }), forfeited('p2', 1, { room: lot })],
  [
    'makes room only in a cap that there is',
    forfeited('p2', 1, { source: 'adjustment' }),
    forfeited('p2', 1, { source: 'adjustment', room: on }),
  ],
  ['takes back no more than was spent', takesBack(5000), takesBack(5001)],
])('I1, I13: a line %s, or it cannot be added up', (_what, can, cannot) => {
  expect(flawsOf(can)).toEqual([])
  expect(flawsOf(cannot)).toEqual(stuck)
})

test('I13: what begins to wait needs nothing that waits', () => {
  expect(flawsOf(comes, { pending: [] })).toEqual([])
})

test('I13: what an account has collected never grows beyond all whole numbers', () => {
  const growth = (collected: number) => ({ growth: { ...account.growth, points: points(collected) } })
  expect(flawsOf(granted(1, 0), growth(Number.MAX_SAFE_INTEGER))).toEqual(stuck)
  expect(flawsOf(comes, growth(Number.MAX_SAFE_INTEGER))).toEqual([])
})
