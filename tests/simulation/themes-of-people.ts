import { anyTime, fences, type Theme } from './theme'

/** People come and go, and come back. */
export const staff: Theme = {
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
export const messages: Theme = {
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
export const letters: Theme = {
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
export const phones: Theme = {
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
export const friends: Theme = {
  doing: {
    comesByFriend: 9,
    'cashier.settleBill': 6,
    'pos.orders': 4,
    'jobs.tick': 4,
    'cashier.acceptInvitation': 2.5,
    'member.referral': 1,
    'manager.bar': 0.5,
    'manager.liftBar': 0.5,
    again: 4,
  },
  wait: 0.3,
  waits: { ...anyTime, aDay: 6, fiveDays: 4 },
}

/** The orders that friends are rewarded for are taken back, before they are safe and after, and others follow. */
export const friendsRefunded: Theme = {
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
export const habits: Theme = {
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

/** Who earns, claims and lets time pass is barred, freed, and barred again. */
export const blacklist: Theme = {
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
