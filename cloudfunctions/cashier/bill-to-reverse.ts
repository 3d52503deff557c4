import { accept, type Result, refuse } from '../../core/domain/result'
import { actsFor } from '../../core/domain/rights'
import { type FoundBill, findBill } from '../../core/store/find-bill'
import type { Staff } from '../../core/store/staff'
import type { Env } from '../env'

type No = 'FORBIDDEN' | 'BILL_NOT_FOUND'

/** The bill somebody wants to take back. Another branch's is as good as none. */
export async function billToReverse(
  procedure: 'cashier.previewReversal' | 'cashier.reverseBill',
  bill: string,
  env: Env,
): Promise<Result<{ staff: Staff; found: FoundBill }, No>> {
  const [staff, found] = await Promise.all([env.staff(procedure), findBill(env.db, bill)])
  if (!staff.ok) return staff
  if (found === null || !actsFor(staff.value, found.settled.branch)) return refuse('BILL_NOT_FOUND')
  env.about(found.member, billNoOf(found))
  return accept({ staff: staff.value, found })
}

/** Without a number a bill is named by the key of its command, which tells nobody anything. */
export const billNoOf = ({ key, settled }: FoundBill): string | null =>
  settled.bill === key ? null : settled.bill
