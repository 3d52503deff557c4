import type { MemberId } from '../core/contract'
import type { Result } from '../core/domain/result'
import type { StaffProcedure } from '../core/domain/rights'
import type { Kept } from '../core/store/database'
import { admit, readStaff, type Shut, type Staff } from '../core/store/staff'
import type { About } from '../core/store/trail'

/** What is known of a call for the trail (操作记录): who asks, and about whom. */
interface Witness {
  /** The caller as staff, once he has been looked up; one who was removed is known, too. */
  staff: Staff | null | undefined
  about: About[]
}

export interface Guard {
  witness: Witness
  /** The caller as staff who may ask this. One read, once a call, beside the handler's own reads. */
  staff<P extends StaffProcedure>(procedure: P): Promise<Result<Staff, Shut<P>>>
  /** The caller as staff, if he is or was. */
  colleague(): Promise<Staff | null>
  /** Said by a handler as soon as it knows whom or what it is about. */
  about(member: MemberId | null, subject?: string | null): void
}

export function openGuard({ db, now }: Pick<Kept, 'db' | 'now'>, caller: () => MemberId): Guard {
  const witness: Witness = { staff: undefined, about: [] }
  const colleague = async () => {
    const staff = await readStaff(db, caller())
    witness.staff = staff
    return staff
  }
  return {
    witness,
    colleague,
    staff: async (procedure) => admit(await colleague(), procedure, now),
    about: (member, subject = null) => {
      witness.about.push({ member, subject })
    },
  }
}
