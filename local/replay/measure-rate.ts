/** How fast receipts are taken: from the first that is sent to the last that is answered. */
export interface Rate {
  sent(): void
  answered(): void
  count(): number
  seconds(): number
  /** Receipts a second so far; 0 while none was answered. */
  perSecond(): number
}

/** The years before the first receipt, and the audit after the last, are not the till's time. */
export function measureRate(clock: () => number = () => performance.now()): Rate {
  let first: number | undefined
  let last = 0
  let count = 0
  const seconds = () => (first === undefined || count === 0 ? 0 : (last - first) / 1000)
  return {
    sent: () => {
      first ??= clock()
    },
    answered: () => {
      count += 1
      last = clock()
    },
    count: () => count,
    seconds,
    perSecond: () => (seconds() === 0 ? 0 : Math.round((count / seconds()) * 10) / 10),
  }
}
