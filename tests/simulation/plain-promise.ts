export type PlainSide = 'referrer' | 'referee'

/** What the plain model knows of friends. Replaced, never changed: a commit may be told twice. */
export interface PlainReferral {
  who: string
  by: string | null
  isExcluded: boolean
  /** The command whose bill counts, from when on nothing is taken back, and who was promised something. */
  order: { key: string; safeOn: string; sides: PlainSide[] } | null
  turn: number
  /** By side, what was last taken back of it. */
  withdrawn: ReadonlyMap<PlainSide, string>
  /** Rewards for friends by month, and points in all. */
  rewards: ReadonlyMap<string, number>
  points: number
}

export const newPlainReferral = (): PlainReferral => ({
  who: '',
  by: null,
  isExcluded: false,
  order: null,
  turn: 0,
  withdrawn: new Map(),
  rewards: new Map(),
  points: 0,
})

interface PlainErrand {
  to: string
  side: PlainSide
  friend: string
  turn: number
  /** The first day on which the points can be used, and nothing is taken back. */
  until: string
  /** The promise that must have come before this one. */
  after: string | null
}

/** What somebody must get for a referral, as it was when it was earned. */
export interface PlainReward extends PlainErrand {
  kind: 'reward'
  points: number
  /** Rewards a month. */
  most: number
}

/** What somebody must lose of it again, if he has it yet. */
export interface PlainWithdrawal extends PlainErrand {
  kind: 'withdraw'
}

export type PlainPromise = PlainReward | PlainWithdrawal
