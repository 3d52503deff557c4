/** A code in groups of four, as people read it out: `AB12CD34` → `AB12-CD34`. */
export function groupCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? ''
}

/** A member number: its letter, then groups of four: `M8F2K93QA…` → `M 8F2K 93QA …`. */
export function groupMember(member: string): string {
  return [member.slice(0, 1), ...(member.slice(1).match(/.{1,4}/g) ?? [])].join(' ')
}
