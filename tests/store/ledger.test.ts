import type { LedgerLine, MemberId } from '../../core/contract'
import { readLedger } from '../../core/store/ledger'
import { openStore, someMember } from './open-store'

let store: Awaited<ReturnType<typeof openStore>>
beforeAll(async () => {
  store = await openStore()
})
afterAll(() => store.close())

const line = (member: MemberId, seq: number) =>
  ({ id: `${member}.${seq}`, member, seq, kind: 'earn', month: '2026-11', balance: seq }) as LedgerLine

test.each`
  kept         | outbox    | latest    | seq  | shown
  ${[1, 3]}    | ${[]}     | ${[1]}    | ${1} | ${[1]}
  ${[1]}       | ${[]}     | ${[2, 1]} | ${2} | ${[2, 1]}
  ${[1, 2, 3]} | ${[]}     | ${[2, 1]} | ${2} | ${[2, 1]}
  ${[1, 3]}    | ${[]}     | ${[2, 1]} | ${2} | ${[2, 1]}
  ${[1, 3]}    | ${[2, 3]} | ${[4, 3]} | ${4} | ${[4, 3, 2, 1]}
`(
  'I14: with lines $kept in the collection, $outbox in the outbox and a member read at $seq, $shown are shown',
  async ({ kept, outbox, latest, seq, shown }) => {
    const member = someMember()
    for (const number of kept) {
      const document = line(member, number)
      await store.db.collection('entries').add({ _id: document.id, ...document })
    }
    const page = await readLedger(store.db, member, {}, 20)
    const linesOf = (numbers: number[]) => numbers.map((number) => line(member, number))
    const rows = linesOf(outbox).map((one) => ({
      collection: 'entries' as const,
      document: { _id: one.id, ...one },
    }))
    const lines = page({ latest: linesOf(latest), outbox: rows, seq })
    expect(lines.map((one) => one.seq)).toEqual(shown)
  },
)
