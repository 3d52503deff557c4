import type { BusinessDay } from '../../contract'
import type { Finding } from '../../domain/audit/finding'
import type { Kept } from '../database'
import type { AuditedMember } from './audited-member'

/** One thing that must hold of a member. What it needs beyond him it reads itself, only when in doubt. */
export type Check = (audited: AuditedMember, kept: Kept, since: BusinessDay) => Finding[] | Promise<Finding[]>
