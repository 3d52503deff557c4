import { finding } from '../../domain/audit/finding'
import type { Check } from './check'

/** Numbered without gaps, each line as it was written, each balance the one before it and the change. I13. */
export const checkLedger: Check = ({ member, reading }) =>
  reading.flaws.map(({ kind, seq, expected, found }) =>
    finding(kind, member._id, `${member._id}.${seq}`, { subject: String(seq), expected, found }),
  )
