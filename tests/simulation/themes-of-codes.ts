import { anyTime, fences, type Theme } from './theme'

/** Several claim the last pieces, again and again, while the sweeper looks. */
export const stock: Theme = {
  doing: {
    'mall.claim': 10,
    again: 6,
    'jobs.tick': 3,
    'cashier.settleBill': 2,
    otherBody: 1,
    'mall.list': 1,
  },
  wait: 0.25,
  waits: fences,
}

/** Claims die with a piece in hand and are asked again when the sweeper may take it back. */
export const holds: Theme = {
  doing: {
    cutClaim: 6,
    claimAsTimerLooks: 7,
    'mall.claim': 1,
    again: 2,
    'jobs.tick': 1,
    'cashier.settleBill': 5,
  },
  wait: 0.35,
  waits: { ...fences, aSecond: 1, aMinute: 0.5, sixMinutes: 1, elevenMinutes: 8, aDay: 0, fiveDays: 0 },
}

/** The last pieces are claimed and taken back, asked again much later, while the sweeper finishes what was left. */
export const voids: Theme = {
  doing: {
    'mall.claim': 7,
    'cashier.reverseClaim': 7,
    'cashier.redeemCode': 2,
    again: 7,
    otherBody: 1,
    'jobs.tick': 3,
    'cashier.settleBill': 2,
    'mall.redemptions': 1,
  },
  wait: 0.25,
  waits: { ...fences, elevenMinutes: 7, aDay: 1 },
}

/** Cards are filled and claimed, while their bills are taken back and their codes are void. */
export const stamps: Theme = {
  doing: {
    'cashier.settleBill': 8,
    'pos.orders': 2,
    cardIsClaimed: 6,
    'cashier.reverseBill': 4,
    refunds: 1,
    'cashier.reverseClaim': 3,
    'jobs.tick': 2,
    again: 5,
  },
  wait: 0.2,
  waits: { ...fences, aDay: 2 },
  things: 26,
}

/** Codes are shown, issued and used at two counters and at the till. */
export const codes: Theme = {
  doing: {
    'cashier.redeemCode': 7,
    'cashier.reverseClaim': 4,
    'mall.claim': 4,
    'pos.orders': 3,
    lateOrder: 3,
    'cashier.identify': 3,
    again: 5,
    hostile: 2,
    'jobs.tick': 2,
    'cashier.settleBill': 1,
    'cashier.inspectCode': 1,
    'mall.redemption': 1,
  },
  wait: 0.2,
  waits: { ...anyTime, aDay: 6, fiveDays: 3 },
}
