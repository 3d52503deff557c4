import type { Terms } from '../form'
import { type Read, readWhole, readYuan, typeYuan } from '../read-number'

type Referral = NonNullable<Terms['referral']>
type Rule = Referral['rules'][number]

/** What is given for friends, as it stands on the page: its first rule; others are kept as they are. */
export interface ReferralFields {
  referral: 'none' | 'on'
  referralWhen: Rule['trigger']
  referralFor: Rule['beneficiary']
  referralHow: Rule['formula']['kind']
  referralPoints: string
  /** Per cent of the order. */
  referralShare: string
  /** In yuan. */
  referralFrom: string
  /** Empty for any number. */
  referralMost: string
  referralDays: string
}

/** What stands there when somebody begins to give something. */
const USUAL: Referral = {
  rules: [
    {
      trigger: 'firstPaidOrder',
      beneficiary: 'both',
      formula: { kind: 'fixed', points: 100 },
      atLeast: 0,
    },
  ],
  perMonth: 5,
  pendingDays: 7,
}

const PERCENT_BP = 100

export function referralOf(referral: Terms['referral']): ReferralFields {
  const { rules, perMonth, pendingDays } = referral ?? USUAL
  const [rule = USUAL.rules[0] as Rule] = rules
  const { trigger, beneficiary, formula, atLeast } = rule
  return {
    referral: referral === null ? 'none' : 'on',
    referralWhen: trigger,
    referralFor: beneficiary,
    referralHow: formula.kind,
    referralPoints: formula.kind === 'fixed' ? String(formula.points) : '100',
    referralShare: formula.kind === 'share' ? String(formula.bp / PERCENT_BP) : '10',
    referralFrom: typeYuan(atLeast),
    referralMost: perMonth === null ? '' : String(perMonth),
    referralDays: String(pendingDays),
  }
}

/** Reads one field after another and remembers what could not be read. */
interface Reader {
  number(name: string, read: Read): number
}

const POINTS = 1_000_000

export function readReferral(
  form: ReferralFields,
  before: Terms['referral'],
  reader: Reader,
): Terms['referral'] {
  if (form.referral === 'none') return null
  const formula: Rule['formula'] =
    form.referralHow === 'fixed'
      ? { kind: 'fixed', points: reader.number('referralPoints', readWhole(form.referralPoints, 1, POINTS)) }
      : {
          kind: 'share',
          bp: reader.number('referralShare', readWhole(form.referralShare, 1, 100)) * PERCENT_BP,
        }
  const rule: Rule = {
    trigger: form.referralWhen,
    beneficiary: form.referralFor,
    formula,
    atLeast: reader.number('referralFrom', readYuan(form.referralFrom)),
  }
  const perMonth =
    form.referralMost.trim() === ''
      ? null
      : reader.number('referralMost', readWhole(form.referralMost, 1, 1000))
  const pendingDays = reader.number('referralDays', readWhole(form.referralDays, 0, 90))
  return { rules: [rule, ...(before?.rules ?? []).slice(1)], perMonth, pendingDays }
}
