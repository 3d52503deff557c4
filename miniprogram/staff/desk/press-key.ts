/** Longer than any bill: further digits are a finger resting on the key. */
const LONGEST = 9

/** What stands in the amount field after a key of the pad: digits, `.` or `del`. */
export function pressKey(typed: string, key: string): string {
  if (key === 'del') return typed.slice(0, -1)
  if (key === '.') return typed.includes('.') ? typed : `${typed || '0'}.`
  if (typed.length >= LONGEST || /\.\d\d$/.test(typed)) return typed
  return typed === '0' ? key : typed + key
}
