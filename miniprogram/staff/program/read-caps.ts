import type { CapGroup, OverCap } from '../../../core/contract'
import type { Form, Terms } from './form'
import { readWhole } from './read-number'
import type { Reader } from './reader'

const MOST = 1_000_000

/** A cap of the day as it stands on the page. */
export interface CapRow {
  group: CapGroup
  over: OverCap | 'none'
  points: string
}

/** How far a role adjusts alone; empty is as far as anybody can. */
export interface LimitRow {
  role: 'manager' | 'admin'
  points: string
}

const GROUPS: readonly CapGroup[] = ['spend', 'engage', 'referral', 'grant']
const ROLES: readonly LimitRow['role'][] = ['manager', 'admin']

export const capRowsOf = ({ caps }: Terms): CapRow[] =>
  GROUPS.map((group) => ({
    group,
    over: caps[group]?.over ?? 'none',
    points: String(caps[group]?.points ?? 1000),
  }))

export const limitRowsOf = ({ limits }: Terms): LimitRow[] =>
  ROLES.map((role) => ({ role, points: String(limits[role].adjustment ?? '') }))

export function readCaps({ caps }: Form, reader: Reader): Terms['caps'] {
  const of = (group: CapGroup): Terms['caps'][CapGroup] => {
    const index = caps.findIndex((row) => row.group === group)
    const row = caps[index]
    if (row === undefined || row.over === 'none') return null
    return { points: reader.number(`caps.${index}.points`, readWhole(row.points, 1, MOST)), over: row.over }
  }
  return { spend: of('spend'), engage: of('engage'), referral: of('referral'), grant: of('grant') }
}

export function readLimits({ adjustLimits }: Form, { limits }: Terms, reader: Reader): Terms['limits'] {
  const of = (role: LimitRow['role']): number | null => {
    const index = adjustLimits.findIndex((row) => row.role === role)
    const typed = adjustLimits[index]?.points.trim() ?? ''
    return typed === '' ? null : reader.number(`adjustLimits.${index}.points`, readWhole(typed, 0, MOST))
  }
  return {
    ...limits,
    manager: { ...limits.manager, adjustment: of('manager') },
    admin: { ...limits.admin, adjustment: of('admin') },
  }
}
