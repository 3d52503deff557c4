import type { Tally } from './keep-progress'
import type { Rate } from './measure-rate'
import type { Stock } from './take-stock'

export interface Outcome {
  tally: Tally
  stock: Stock
  /** Of this run. */
  rate: Rate
}

const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, count) => sum + count, 0)

/** For a script: one object. */
export function jsonOf(outcome: Outcome) {
  const { tally, stock, rate } = outcome
  const { issued, burned, expired, balance, waiting, members, tiers, problems } = stock
  return {
    orders: tally.orders,
    memberOrders: tally.memberOrders,
    refusals: total(tally.refused),
    issued,
    burned,
    expired,
    balance,
    waiting,
    members,
    tiers,
    ordersPerSecond: rate.perSecond(),
    reconciled: problems.length === 0,
  }
}

/** For people. */
export function textOf(outcome: Outcome): string {
  const { tally, stock, rate } = outcome
  const { issued, burned, expired, balance, waiting, members, tiers, problems } = stock
  const n = (count: number) => count.toLocaleString('en')
  const list = (counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${n(count)}`)
      .join(', ')
  const refused = total(tally.refused)
  const rows = [
    ['receipts', `${n(tally.orders)} taken, ${n(tally.memberOrders)} of them of members`],
    ['refused', refused === 0 ? 'none' : `${n(refused)} (${list(tally.refused)})`],
    ['points issued', `${n(issued.total)} (${list(issued.bySource)})`],
    ['burned', n(burned)],
    ['expired', n(expired)],
    ['balance', n(balance)],
    ['waiting', n(waiting)],
    ['members', `${n(members)} (${list(tiers)})`],
    ['speed', `${rate.perSecond()} receipts/s (${n(rate.count())} in ${Math.round(rate.seconds())} s)`],
    ['reconciled', problems.length === 0 ? 'yes: every account is the fold of its ledger' : 'NO'],
  ] as const
  return rows.map(([name, text]) => `${name.padEnd(14)} ${text}`).join('\n')
}
