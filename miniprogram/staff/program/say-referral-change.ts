import { sayReferral, sayReferralRule } from '../../services/say-referral'
import type { Terms } from './form'
import type { Name } from './say-tier'

type Referral = NonNullable<Terms['referral']>

const sayRules = (value: unknown) => (value as Referral['rules']).map(sayReferralRule).join('；')

/** What changes of what is given for friends is called, and how it is told. */
export const REFERRAL_NAMES: Name[] = [
  [/^referral$/, '推荐有礼', (value) => sayReferral(value as Referral)],
  [/^referral\.rules$/, '推荐有礼', sayRules],
  [/^referral\.perMonth$/, '每月邀请奖励', (value) => `${Number(value)} 次`, '不限'],
  [/^referral\.pendingDays$/, '邀请奖励到账', (value) => `${Number(value)} 天`],
]
