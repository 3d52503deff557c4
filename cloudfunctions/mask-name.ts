/** A name as other guests see it, its first letter only: 王小明 is 王*. Null when he has told none. */
export function maskName(name: string | null): string | null {
  const [first] = name ?? ''
  return first === undefined ? null : `${first}*`
}
