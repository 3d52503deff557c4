import type { AlarmKind, MemberId } from '../../contract'

/** Something that should be looked at. The same thing found again has the same kind and id. */
export interface Finding {
  kind: AlarmKind
  id: string
  member: MemberId | null
  subject: string | null
  expected: number | null
  found: number | null
  /** When it happened, for what happens once; what lasts is seen anew by every audit. */
  occasion?: string
}

type About = Partial<Pick<Finding, 'subject' | 'expected' | 'found' | 'occasion'>>

export const finding = (
  kind: AlarmKind,
  member: MemberId | null,
  id: string,
  about: About = {},
): Finding => ({
  subject: null,
  ...about,
  expected: numberOrNull(about.expected),
  found: numberOrNull(about.found),
  kind,
  id,
  member,
})

/** What was found may be anything; what is told of it is a number or nothing. */
const numberOrNull = (found: number | null | undefined): number | null =>
  Number.isFinite(found) ? (found as number) : null
