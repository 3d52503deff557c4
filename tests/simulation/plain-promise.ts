/** What the plain model knows of friends. Replaced, never changed: a commit may be told twice. */
export interface PlainReferral {
  by: string | null
  isExcluded: boolean
  /** The bill that counts. */
  bill: string | null
  turn: number
  /** Rewards for friends by month, and points in all. */
  rewards: ReadonlyMap<string, number>
  points: number
}

export const newPlainReferral = (): PlainReferral => ({
  by: null,
  isExcluded: false,
  bill: null,
  turn: 0,
  rewards: new Map(),
  points: 0,
})

/** What somebody must get for a referral, as it was when it was earned. */
export interface PlainPromise {
  to: string
  side: 'referrer' | 'referee'
  friend: string
  turn: number
  points: number
  until: string
  /** Rewards a month. */
  most: number
}
