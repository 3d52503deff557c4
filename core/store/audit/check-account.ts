import { compareAccount } from '../../domain/audit/compare-account'
import { finding } from '../../domain/audit/finding'
import type { Check } from './check'
import { sideOfKept } from './parse'

/** Whole numbers, none negative, and what the lines add up to. I1, I3, I12. */
export const checkAccount: Check = ({ member, account, reading }) => [
  ...(account === null
    ? [
        finding('IMPOSSIBLE_NUMBER', member._id, member._id, {
          expected: reading.last?.balance ?? null,
          found: sideOfKept(member.account).balance,
        }),
      ]
    : []),
  ...compareAccount(member._id, account, reading),
]
