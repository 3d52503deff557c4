import type { MemberId } from '../../contract'
import { finding } from '../../domain/audit/finding'
import { readMany } from '../database'
import type { Redemption } from '../redemption'
import type { Walk } from './walk'

const PAGE = 500

/** Codes of nobody. Those of members were looked at with their members. I6. */
export const auditCodes: Walk = async ({ db }, { after }) => {
  const _ = db.command
  const codes = await readMany<Pick<Redemption, '_id' | 'member'>>(
    db
      .collection('redemptions')
      .where({ _id: _.gt(after) })
      .orderBy('_id', 'asc')
      .limit(PAGE)
      .field({ member: true }),
  )
  if (codes.length === 0) return { after: null, seen: 0, findings: [] }
  const owners = [...new Set(codes.map(({ member }) => member))]
  const found = await readMany<{ _id: MemberId }>(
    db
      .collection('members')
      .where({ _id: _.in(owners) })
      .limit(PAGE)
      .field({ _id: true }),
  )
  const members = new Set(found.map(({ _id }) => _id))
  const orphans = codes.filter(({ member }) => !members.has(member))
  return {
    after: codes.length < PAGE ? null : (codes.at(-1)?._id ?? null),
    seen: 0,
    findings: orphans.map(({ _id, member }) =>
      finding('CODE_WITHOUT_BURN', member, `${member}.${_id.slice(-4)}`),
    ),
  }
}
