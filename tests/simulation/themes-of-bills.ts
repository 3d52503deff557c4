import { anyTime, fences, type Theme } from './theme'

/** Pages and tills settle the same few numbers. */
export const bills: Theme = {
  doing: {
    'cashier.settleBill': 6,
    'pos.orders': 6,
    again: 6,
    correction: 4,
    cutOrder: 3,
    cutOrderIsWanted: 3,
    otherBody: 1,
    'jobs.tick': 1.5,
    hostile: 1,
  },
  wait: 0.25,
  waits: fences,
}

/** Bills are taken back in parts, at the desk and by the till, while their points are spent and expire. */
export const reversals: Theme = {
  doing: {
    'cashier.settleBill': 5,
    'pos.orders': 2,
    'cashier.reverseBill': 8,
    refunds: 5,
    'mall.claim': 5,
    'cashier.reverseClaim': 4,
    again: 4,
    otherBody: 1,
    'jobs.tick': 1.5,
  },
  wait: 0.25,
  waits: {
    ...fences,
    aSecond: 1,
    aMinute: 1,
    sixMinutes: 1,
    elevenMinutes: 0,
    aDay: 3,
    fiveDays: 2,
    aMonth: 2,
  },
}

/** Bills earn beyond the cap; days pass, what waited comes, and then they are taken back, and others are settled. */
export const beyondCaps: Theme = {
  doing: {
    'cashier.settleBill': 7,
    'pos.orders': 3,
    'cashier.reverseBill': 7,
    refunds: 2,
    'manager.decideReview': 3,
    'mall.claim': 2,
    'jobs.tick': 2.5,
    again: 2,
  },
  wait: 0.35,
  waits: { ...anyTime, aSecond: 3, elevenMinutes: 1, aDay: 10, fiveDays: 2, aMonth: 0.5, aShortMonth: 0.5 },
  things: 18,
}

/** Years go by: anniversaries come, and few bills are many of a membership, taken back and settled again. */
export const years: Theme = {
  doing: {
    'member.join': 1,
    'member.setProfile': 1,
    celebrates: 5,
    'cashier.settleBill': 7,
    'cashier.reverseBill': 6,
    'pos.orders': 3,
    'jobs.tick': 4,
    'mall.claim': 1,
    'manager.bar': 0.5,
    'manager.liftBar': 0.5,
    again: 2,
  },
  wait: 0.3,
  waits: { ...fences, aDay: 6, fiveDays: 2, aMonth: 3, aShortMonth: 1, aYear: 4 },
  things: 18,
}

/** The timer is out of order, and what it should have swept piles up. */
export const piles: Theme = {
  doing: { 'cashier.settleBill': 8, 'pos.orders': 8, 'mall.claim': 1, again: 3, 'points.ledger': 2 },
  wait: 0,
  waits: anyTime,
  things: 26,
}
