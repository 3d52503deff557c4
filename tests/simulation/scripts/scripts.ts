import type { Asked } from '../question'
import type { Script } from '../stage'
import * as adjustments from './adjustments'
import * as behind from './behind-the-counter'
import * as blacklist from './blacklist'
import * as books from './books'
import { celebrate } from './celebrate'
import * as counter from './counter'
import { claimAsTimerLooks, cutClaim } from './cut-claim'
import { cutOrder, cutOrderIsWanted } from './cut-order'
import * as diner from './diner'
import * as engagement from './engagement'
import { guessing } from './guessing'
import { lateOrder } from './late-order'
import * as letters from './letters'
import * as phone from './phone'
import * as program from './program'
import * as referral from './referral'
import * as reversal from './reversal'
import * as tiers from './tiers'
import * as trouble from './trouble'

/** Something to do for everything that can be asked: what is missing here does not compile. */
export const asking: Record<Asked, { script: Script; weight: number }> = {
  'member.home': { script: diner.home, weight: 1 },
  'member.join': { script: diner.join, weight: 2 },
  'member.setProfile': { script: diner.setProfile, weight: 2 },
  'member.sit': { script: diner.sit, weight: 1 },
  'member.code': { script: diner.code, weight: 0.5 },
  'member.bindPhone': { script: phone.bindPhone, weight: 1.5 },
  'member.forgetPhone': { script: phone.forgetPhone, weight: 0.5 },
  'member.inbox': { script: letters.inbox, weight: 0.5 },
  'member.readInbox': { script: letters.readInbox, weight: 0.7 },
  'member.allowMessages': { script: letters.allowMessages, weight: 1.5 },
  'member.referral': { script: referral.look, weight: 0.5 },
  'member.poster': { script: referral.poster, weight: 0.3 },
  'points.arrivals': { script: diner.arrivals, weight: 0.5 },
  'points.ledger': { script: diner.ledger, weight: 1 },
  'points.calculate': { script: engagement.calculate, weight: 0.5 },
  'engagement.round': { script: engagement.round, weight: 0.5 },
  'engagement.checkIn': { script: engagement.checkIn, weight: 3 },
  'engagement.questionnaire': { script: engagement.questionnaire, weight: 0.3 },
  'engagement.answer': { script: engagement.answer, weight: 2 },
  'engagement.campaigns': { script: engagement.campaigns, weight: 0.2 },
  'mall.list': { script: diner.list, weight: 0.5 },
  'mall.claim': { script: diner.claim, weight: 8 },
  'mall.redemptions': { script: diner.redemptions, weight: 0.5 },
  'mall.redemption': { script: diner.redemption, weight: 0.5 },
  'tiers.levels': { script: tiers.levels, weight: 0.5 },
  'tiers.buy': { script: tiers.buy, weight: 1.5 },
  'tiers.pause': { script: tiers.pause, weight: 1 },
  'cashier.desk': { script: counter.desk, weight: 0.5 },
  'cashier.identify': {
    script: async (stage, chance) => {
      await counter.identify(stage, chance)
    },
    weight: 1,
  },
  'cashier.guestsAtTable': { script: counter.guestsAtTable, weight: 0.5 },
  'cashier.findByPhone': { script: phone.findByPhone, weight: 0.7 },
  'cashier.previewBill': { script: counter.previewBill, weight: 0.5 },
  'cashier.settleBill': { script: counter.settleBill, weight: 6 },
  'cashier.findBills': { script: reversal.findBills, weight: 0.5 },
  'cashier.previewReversal': { script: reversal.previewReversal, weight: 0.5 },
  'cashier.reverseBill': { script: reversal.reverseBill, weight: 4 },
  'cashier.reverseClaim': { script: counter.reverseClaim, weight: 2.5 },
  'cashier.inspectCode': { script: counter.inspectCode, weight: 0.5 },
  'cashier.redeemCode': { script: counter.redeemCode, weight: 3 },
  'cashier.acceptInvitation': { script: behind.acceptInvitation, weight: 1.5 },
  'manager.team': { script: behind.team, weight: 0.3 },
  'manager.inviteStaff': { script: behind.inviteStaff, weight: 1 },
  'manager.revokeStaff': { script: behind.revokeStaff, weight: 1 },
  'manager.trail': { script: behind.trail, weight: 0.3 },
  'manager.alarms': { script: books.alarms, weight: 0.3 },
  'manager.allowMessages': { script: books.allowMessages, weight: 1 },
  'manager.tellings': { script: letters.tellings, weight: 0.3 },
  'manager.health': { script: books.health, weight: 0.3 },
  'manager.acknowledgeAlarm': { script: books.acknowledgeAlarm, weight: 0.3 },
  'manager.proposals': { script: books.proposals, weight: 0.3 },
  'manager.decideProposal': { script: books.decideProposal, weight: 1 },
  'manager.credits': { script: adjustments.credits, weight: 0.3 },
  'manager.reviews': { script: adjustments.reviews, weight: 0.3 },
  'manager.decideReview': { script: adjustments.decideReview, weight: 1.5 },
  'manager.member': { script: adjustments.member, weight: 0.3 },
  'manager.adjust': { script: adjustments.adjust, weight: 1.5 },
  'manager.barred': { script: blacklist.barred, weight: 0.3 },
  'manager.bar': { script: blacklist.bar, weight: 0.8 },
  'manager.liftBar': { script: blacklist.liftBar, weight: 0.8 },
  'manager.answers': { script: engagement.answers, weight: 0.4 },
  'manager.program': { script: program.look, weight: 0.2 },
  'manager.presets': { script: program.lookAtPresets, weight: 0.2 },
  'manager.lintProgram': { script: program.check, weight: 0.2 },
  'manager.previewProgram': { script: program.preview, weight: 0.2 },
  'manager.saveDraft': { script: program.save, weight: 0.5 },
  'manager.publishProgram': { script: program.publish, weight: 0.7 },
  'pos.orders': { script: behind.orders, weight: 5 },
  'jobs.tick': { script: behind.tick, weight: 2 },
}

/** What goes wrong between people rather than between machines. */
const going = {
  again: { script: trouble.again, weight: 6 },
  otherBody: { script: trouble.otherBody, weight: 2 },
  refunds: { script: reversal.refunds, weight: 2 },
  correction: { script: trouble.correction, weight: 2 },
  hostile: { script: trouble.hostile, weight: 3 },
  guessing: { script: guessing, weight: 0.3 },
  alarm: { script: books.alarm, weight: 0.5 },
  comesByFriend: { script: referral.comeByFriend, weight: 1.5 },
  friendOrders: { script: referral.friendOrders, weight: 0.5 },
  friendIsRefunded: { script: referral.friendIsRefunded, weight: 0.5 },
  cardIsClaimed: { script: diner.claimCard, weight: 1 },
  cutClaim: { script: cutClaim, weight: 0 },
  claimAsTimerLooks: { script: claimAsTimerLooks, weight: 0 },
  cutOrder: { script: cutOrder, weight: 0 },
  cutOrderIsWanted: { script: cutOrderIsWanted, weight: 0 },
  lateOrder: { script: lateOrder, weight: 0.5 },
  celebrates: { script: celebrate, weight: 0.5 },
  newerVersion: { script: trouble.newerVersion, weight: 1 },
}

export type Doing = Asked | keyof typeof going

const all: Record<Doing, { script: Script; weight: number }> = { ...asking, ...going }

export const weights = Object.fromEntries(
  Object.entries(all).map(([name, { weight }]) => [name, weight]),
) as Record<Doing, number>

export const scriptOf = (name: string): Script => {
  const found = all[name as Doing]
  if (found === undefined) throw new Error(`nobody knows how to ${name}`)
  return found.script
}
