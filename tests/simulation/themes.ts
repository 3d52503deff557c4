import type { WAITS } from './plan'
import { type Doing, weights } from './scripts/scripts'

/** What a history is mostly about. Rare faults need many of the same kind of thing at once. */
export interface Theme {
  doing: Partial<Record<Doing, number>>
  /** How often time is moved between two things, and by how much. */
  wait: number
  waits: Record<keyof typeof WAITS, number>
  /** How much is done, where it is not the usual. */
  things?: number
}

const anyTime: Theme['waits'] = {
  aSecond: 6,
  aMinute: 4,
  sixMinutes: 3,
  elevenMinutes: 5,
  aDay: 3,
  fiveDays: 2,
  aMonth: 2,
  aShortMonth: 2,
  aYear: 0,
  aDayBack: 1,
}
/** Around the fences: what is five, and what is ten minutes old is treated otherwise. */
const fences: Theme['waits'] = {
  aSecond: 2,
  aMinute: 2,
  sixMinutes: 4,
  elevenMinutes: 5,
  aDay: 0.5,
  fiveDays: 0.2,
  aMonth: 0,
  aShortMonth: 0,
  aYear: 0,
  aDayBack: 0,
}

/** Several claim the last pieces, again and again, while the sweeper looks. */
const stock: Theme = {
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
const holds: Theme = {
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

/** Bills are taken back in parts, at the desk and by the till, while their points are spent and expire. */
const reversals: Theme = {
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
const beyondCaps: Theme = {
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

/** The last pieces are claimed and taken back, asked again much later, while the sweeper finishes what was left. */
const voids: Theme = {
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
const stamps: Theme = {
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

/** Pages and tills settle the same few numbers. */
const bills: Theme = {
  doing: {
    'cashier.settleBill': 6,
    'pos.orders': 6,
    again: 6,
    correction: 4,
    otherBody: 1,
    'jobs.tick': 1.5,
    hostile: 1,
  },
  wait: 0.25,
  waits: fences,
}

/** Codes are shown, issued and used at two counters and at the till. */
const codes: Theme = {
  doing: {
    'cashier.redeemCode': 7,
    'cashier.reverseClaim': 4,
    'mall.claim': 4,
    'pos.orders': 4,
    'cashier.identify': 3,
    again: 5,
    hostile: 2,
    'jobs.tick': 1,
    'cashier.settleBill': 1,
    'cashier.inspectCode': 1,
    'mall.redemption': 1,
  },
  wait: 0.16,
  waits: anyTime,
}

/** People come and go, and come back. */
const staff: Theme = {
  doing: {
    'cashier.acceptInvitation': 6,
    'manager.revokeStaff': 4,
    'manager.inviteStaff': 3,
    'manager.trail': 1,
    guessing: 0.5,
    again: 6,
    'cashier.desk': 2,
    'cashier.settleBill': 2,
    hostile: 2,
    'manager.team': 1,
  },
  wait: 0.1,
  waits: { ...fences, fiveDays: 2 },
}

/** Much is found, and told to whoever allows it, by timers that overtake one another. */
const messages: Theme = {
  doing: {
    alarm: 6,
    'manager.allowMessages': 5,
    'jobs.tick': 6,
    again: 3,
    'manager.acknowledgeAlarm': 1,
    'mall.claim': 1,
  },
  wait: 0.3,
  waits: { ...fences, elevenMinutes: 8, aDay: 1 },
}

/** Members allow messages, earn, and let time pass; timers overtake one another, or do not come for days. */
const letters: Theme = {
  doing: {
    'member.allowMessages': 6,
    'member.join': 2,
    'cashier.settleBill': 6,
    'mall.claim': 3,
    'jobs.tick': 8,
    'member.inbox': 1,
    'member.readInbox': 2,
    'member.setProfile': 1,
    again: 2,
  },
  wait: 0.4,
  waits: { ...anyTime, aMonth: 1, aShortMonth: 2, aDay: 5, fiveDays: 4, aDayBack: 0.3 },
}

/** Few numbers, and people who take them from each other, back, and give them up. */
const phones: Theme = {
  doing: {
    'member.join': 4,
    'member.bindPhone': 9,
    'member.forgetPhone': 5,
    'cashier.findByPhone': 5,
    'member.setProfile': 1,
    again: 5,
    'jobs.tick': 2.5,
  },
  wait: 0.2,
  waits: fences,
}

/** Everybody is brought by somebody, orders for the first time, and is told about what was promised. */
const friends: Theme = {
  doing: {
    comesByFriend: 9,
    'cashier.settleBill': 6,
    'pos.orders': 4,
    'jobs.tick': 4,
    'manager.inviteStaff': 0.5,
    'member.referral': 1,
    'manager.bar': 0.5,
    'manager.liftBar': 0.5,
    again: 4,
  },
  wait: 0.3,
  waits: { ...anyTime, aDay: 6, fiveDays: 4 },
}

/** The orders that friends are rewarded for are taken back, before they are safe and after, and others follow. */
const friendsRefunded: Theme = {
  doing: {
    comesByFriend: 6,
    friendOrders: 7,
    friendIsRefunded: 7,
    'cashier.settleBill': 1,
    'cashier.reverseBill': 1,
    'jobs.tick': 3,
    'manager.inviteStaff': 0.3,
    again: 2,
  },
  wait: 0.25,
  waits: { ...anyTime, aDay: 5, fiveDays: 2, aMonth: 0.2, aShortMonth: 0.2 },
  things: 24,
}

/** Who comes every day, or leaves one out, by clocks that are not quite right. */
const habits: Theme = {
  doing: {
    'member.join': 3,
    'engagement.checkIn': 12,
    'engagement.round': 1,
    'engagement.answer': 3,
    'member.sit': 2,
    'member.setProfile': 1,
    again: 4,
    'jobs.tick': 1,
    'mall.claim': 1,
  },
  wait: 0.35,
  waits: { ...anyTime, aDay: 16, aDayBack: 3 },
  things: 30,
}

/** Years go by: anniversaries come, and few bills are many of a membership, taken back and settled again. */
const years: Theme = {
  doing: {
    'member.join': 1,
    'member.setProfile': 2,
    'cashier.settleBill': 9,
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
  things: 24,
}

/** Who earns, claims and lets time pass is barred, freed, and barred again. */
const blacklist: Theme = {
  doing: {
    'manager.bar': 5,
    'manager.liftBar': 2,
    'cashier.settleBill': 6,
    'mall.claim': 5,
    'engagement.checkIn': 1,
    'manager.adjust': 1,
    'jobs.tick': 2,
    again: 2,
  },
  wait: 0.35,
  waits: { ...anyTime, aDay: 8, fiveDays: 4 },
}

/** The timer is out of order, and what it should have swept piles up. */
const piles: Theme = {
  doing: { 'cashier.settleBill': 8, 'pos.orders': 8, 'mall.claim': 1, again: 3, 'points.ledger': 2 },
  wait: 0,
  waits: anyTime,
  things: 26,
}

export const themes = {
  everything: { doing: weights, wait: 0.16, waits: anyTime },
  stock,
  holds,
  bills,
  reversals,
  beyondCaps,
  voids,
  stamps,
  codes,
  staff,
  messages,
  letters,
  phones,
  friends,
  friendsRefunded,
  habits,
  years,
  blacklist,
  piles,
} satisfies Record<string, Theme>

export type ThemeName = keyof typeof themes

export const HOW_OFTEN: Record<ThemeName, number> = {
  everything: 5,
  stock: 1.6,
  holds: 0.4,
  bills: 2,
  reversals: 1.5,
  beyondCaps: 1,
  voids: 1,
  stamps: 1,
  codes: 1,
  staff: 1,
  messages: 0.6,
  letters: 1.2,
  phones: 0.7,
  friends: 1,
  friendsRefunded: 1,
  habits: 0.8,
  years: 1,
  blacklist: 0.6,
  piles: 0.4,
}
