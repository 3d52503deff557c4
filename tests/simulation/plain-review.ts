import type { Program } from '../../core/contract'
import { plainRelease } from './plain-lots'
import type { PlainLine, PlainMember } from './plain-model'
import { plainClimb } from './plain-tiers'

/** A person looked at what waits for one. */
export function plainVerdict(
  member: PlainMember,
  { pending, approve }: { pending: unknown; approve: unknown },
  today: string,
  program: Program,
): PlainLine[] | null {
  const wait = member.waits.find(
    ({ number, safe, day }) => (safe ?? `wait-${number}`) === pending && day === null,
  )
  if (wait === undefined) return null
  member.waits = member.waits.filter((one) => one !== wait)
  if (approve)
    return [plainRelease(member, wait, today, program), ...plainClimb(member, today, program, wait.told)]
  return [{ type: 'PendingForfeited', on: today, delta: 0, lots: '' }]
}
