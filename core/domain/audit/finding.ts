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
  expected: null,
  found: null,
  ...about,
  kind,
  id,
  member,
})
