import type { PlainMember } from './plain-model'

interface Limited {
  id: string
  perDay: number | null
}

/** Whether he has had all of it that one may have on a day. */
export function plainIsLimited({ limited }: PlainMember, { id, perDay }: Limited, today: string): boolean {
  if (perDay === null) return false
  return (today > limited.day ? 0 : (limited.times.get(id) ?? 0)) >= perDay
}

/** A day that is later forgets the one before; a clock that is behind counts with the later one. */
export function plainCount(
  { limited }: PlainMember,
  { id, perDay }: Limited,
  code: string,
  today: string,
): void {
  if (perDay === null) return
  if (today > limited.day) {
    limited.day = today
    limited.times.clear()
  }
  limited.times.set(id, (limited.times.get(id) ?? 0) + 1)
  limited.codes.set(code, { reward: id, day: limited.day })
}

/** A code that is void leaves its place, while its day is the latest. */
export function plainUncount({ limited }: PlainMember, code: string): void {
  const counted = limited.codes.get(code)
  if (counted === undefined || counted.day !== limited.day) return
  limited.times.set(counted.reward, (limited.times.get(counted.reward) ?? 0) - 1)
}
