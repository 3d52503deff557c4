import type { MemberId } from '../../contract'
import { fen, points } from '../amounts'
import { type CreditDeed, manySmallBills, sumCredits } from './credits'
import { SMALL_BILL, SMALL_BILLS_A_DAY } from './thresholds'

const [oto, ann, ben] = ['M000000000000000A', 'M000000000000000B', 'M000000000000000C'] as MemberId[] as [
  MemberId,
  MemberId,
  MemberId,
]
const who = (member: MemberId) => ({ staff: oto, name: 'oto', branch: 'jingan', member })
const bill = (member: MemberId, amount: number): CreditDeed => ({
  ...who(member),
  kind: 'bill',
  amount: fen(amount),
  points: points(Math.floor(amount / 100)),
})

test('SEC-02: what a colleague did is added up for each member: bills, small ones, and what he did by hand', () => {
  const reversed: CreditDeed = { ...who(ann), kind: 'reversed', points: points(70) }
  const byHand = (kind: 'given' | 'taken' | 'proposed', size: number): CreditDeed => ({
    ...who(ann),
    kind,
    points: points(size),
  })
  const deeds = [
    bill(ann, SMALL_BILL - 1),
    bill(ann, SMALL_BILL),
    bill(ben, 10_000),
    bill(oto, 5_000),
    byHand('given', 30),
    byHand('taken', 10),
    byHand('proposed', 900),
    reversed,
  ]
  const [of_ann, of_ben, own] = sumCredits(deeds)
  expect(of_ann).toMatchObject({
    bills: 2,
    small: 1,
    given: 30,
    taken: 10,
    proposed: 1,
    reversed: 1,
    takenBack: 70,
    own: false,
  })
  expect(of_ben).toMatchObject({ bills: 1, amount: 10_000, points: 100, small: 0 })
  expect(own).toMatchObject({ member: oto, own: true })
})

test.each`
  times                    | found
  ${SMALL_BILLS_A_DAY}     | ${0}
  ${SMALL_BILLS_A_DAY + 1} | ${1}
  ${1000}                  | ${1}
`('CAP-03, RISK-07: $times small bills on a day by one colleague are $found alarm', ({ times, found }) => {
  const deeds = Array.from({ length: times }, () => bill(ann, SMALL_BILL - 1))
  const byHand: CreditDeed = { ...who(ann), kind: 'given', points: points(1) }
  const findings = manySmallBills([...deeds, bill(ann, SMALL_BILL), byHand], '2026-11-21')
  expect(findings).toHaveLength(found)
  if (found === 1)
    expect(findings[0]).toEqual({
      ...{ kind: 'MANY_SMALL_BILLS', id: `${oto}.2026-11-21`, member: null, subject: 'oto' },
      ...{ expected: SMALL_BILLS_A_DAY, found: times, occasion: '2026-11-21' },
    })
})

test('CAP-03: small bills of two colleagues are not added up', () => {
  const his = Array.from({ length: SMALL_BILLS_A_DAY }, () => bill(ann, SMALL_BILL - 1))
  const hers = his.map((deed) => ({ ...deed, staff: ben }))
  expect(manySmallBills([...his, ...hers], '2026-11-21')).toEqual([])
})
