import type { Fen, MemberId, Points } from '../../contract'
import type { Credits } from '../../contract/credits'
import { fen, points } from '../amounts'
import { groupBy } from '../group-by'
import { type Finding, finding } from './finding'
import { SMALL_BILL, SMALL_BILLS_A_DAY } from './thresholds'

/** What a colleague did to the points of a member: a bill, one taken back, or something by hand. */
export type CreditDeed = { staff: MemberId; name: string; branch: string; member: MemberId } & (
  | { kind: 'bill'; amount: Fen; points: Points }
  | { kind: 'reversed'; points: Points }
  | { kind: 'given' | 'taken' | 'proposed'; points: Points }
)

type Sum = Omit<Credits, 'branchName'> & { branch: string }

/** Added up for each colleague and member. CAP-03, RISK-08. */
export function sumCredits(deeds: readonly CreditDeed[]): Sum[] {
  const sums = new Map<string, Sum>()
  for (const deed of deeds) {
    const id = `${deed.staff} ${deed.member}`
    sums.set(id, add(sums.get(id) ?? nothing(deed), deed))
  }
  return [...sums.values()]
}

const nothing = ({ staff, name, branch, member }: CreditDeed): Sum => ({
  staff,
  name,
  branch,
  member,
  bills: 0,
  amount: fen(0),
  points: points(0),
  small: 0,
  given: points(0),
  taken: points(0),
  proposed: 0,
  reversed: 0,
  takenBack: points(0),
  own: staff === member,
})

function add(sum: Sum, deed: CreditDeed): Sum {
  if (deed.kind === 'bill')
    return {
      ...sum,
      bills: sum.bills + 1,
      amount: fen(sum.amount + deed.amount),
      points: points(sum.points + deed.points),
      small: sum.small + (deed.amount < SMALL_BILL ? 1 : 0),
    }
  if (deed.kind === 'reversed')
    return { ...sum, reversed: sum.reversed + 1, takenBack: points(sum.takenBack + deed.points) }
  if (deed.kind === 'proposed') return { ...sum, proposed: sum.proposed + 1 }
  return { ...sum, [deed.kind]: points(sum[deed.kind] + deed.points) }
}

/** One colleague settled more small bills on a day than guests drink single coffees with him. CAP-03, RISK-07. */
export function manySmallBills(deeds: readonly CreditDeed[], day: string): Finding[] {
  const small = deeds.filter((deed) => deed.kind === 'bill' && deed.amount < SMALL_BILL)
  return [...groupBy(small, ({ staff }) => staff)].flatMap(([staff, his]) =>
    his.length > SMALL_BILLS_A_DAY
      ? [
          finding('MANY_SMALL_BILLS', null, `${staff}.${day}`, {
            subject: his[0]?.name ?? staff,
            expected: SMALL_BILLS_A_DAY,
            found: his.length,
            occasion: day,
          }),
        ]
      : [],
  )
}
