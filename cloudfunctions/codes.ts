import type { BranchId, MemberId } from '../core/contract'
import { accept, type Result, refuse } from '../core/domain/result'
import { mac16, normaliseCode, sameText } from './sign'

/** How long a member code can be shown. */
export const MEMBER_CODE_MS = 60_000

/** How long a cashier may take over a guest he has found. */
const VISIT_MS = 30 * 60_000

/** What is in a QR code of ours begins with its kind and the restaurant's own four letters. */
const tagOf = (secret: string) => mac16(secret, 'restaurant').slice(0, 4)

type NotOurs = 'CODE_NOT_UNDERSTOOD' | 'CODE_FROM_ANOTHER_RESTAURANT'

function open(secret: string, kind: string, parts: number, text: string): Result<string[], NotOurs> {
  const [prefix, tag, ...rest] = text.trim().split('.')
  if (prefix !== kind || rest.length !== parts) return refuse('CODE_NOT_UNDERSTOOD')
  return tag === tagOf(secret) ? accept(rest) : refuse('CODE_FROM_ANOTHER_RESTAURANT')
}

export const memberIdOf = (secret: string, openid: string): MemberId =>
  `M${mac16(secret, 'member', openid)}` as MemberId

/** The member code (会员码): who he is and until when, signed. Its signature is its one-time number. */
export function makeMemberCode(secret: string, member: MemberId, expiresAt: number): string {
  const until = expiresAt.toString(36)
  return ['HTM', tagOf(secret), member, until, mac16(secret, 'member-code', member, until)].join('.')
}

export function openMemberCode(
  secret: string,
  text: string,
  now: Date,
): Result<{ member: MemberId; once: string; until: number }, NotOurs | 'CODE_EXPIRED'> {
  const opened = open(secret, 'HTM', 3, text)
  if (!opened.ok) return opened
  const [member = '', until = '', signature = ''] = opened.value
  if (!sameText(signature, mac16(secret, 'member-code', member, until))) return refuse('CODE_NOT_UNDERSTOOD')
  const expiresAt = Number.parseInt(until, 36)
  if (now.getTime() > expiresAt) return refuse('CODE_EXPIRED')
  return accept({ member: member as MemberId, once: signature, until: expiresAt })
}

/** The redemption code of a claim: always the same for the same claim, and 80 bits to everybody else. RED-20. */
export const redemptionCodeOf = (secret: string, member: MemberId, key: string): string =>
  mac16(secret, 'redemption', member, key)

export const redemptionQr = (secret: string, code: string): string => ['HTR', tagOf(secret), code].join('.')

/** A redemption code as scanned or as typed in groups. */
export function openRedemptionCode(secret: string, text: string): Result<string, NotOurs> {
  if (text.includes('.')) {
    const opened = open(secret, 'HTR', 1, text)
    if (!opened.ok) return opened
    return accept(opened.value[0] ?? '')
  }
  const code = normaliseCode(text)
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(code) ? accept(code) : refuse('CODE_NOT_UNDERSTOOD')
}

const REFERRAL_LETTERS = 8

/** By which friends come (推荐码): short enough to be read out, the same for ever. REF-04. */
export const referralCodeOf = (secret: string, member: MemberId): string =>
  mac16(secret, 'referral', member).slice(0, REFERRAL_LETTERS)

export const invitationCodeOf = (secret: string, key: string): string => mac16(secret, 'invitation', key)

/** A member in front of one cashier at one branch. */
export interface Visit {
  member: MemberId
  staff: MemberId
  branch: BranchId
}

/** Our word that a visit is genuine, so that a cashier cannot name a member he has not seen. */
export function makeVisit(secret: string, { member, staff, branch }: Visit, now: Date): string {
  const until = (now.getTime() + VISIT_MS).toString(36)
  return [member, branch, until, mac16(secret, 'visit', member, branch, until, staff)].join('.')
}

/** A visit that is over still says whose it was: what was done in it is answered as before. */
export function openVisit(
  secret: string,
  text: string,
  staff: MemberId,
  now: Date,
): Result<Visit & { over: boolean }, 'VISIT_EXPIRED'> {
  const [member = '', branch = '', until = '', signature = ''] = text.split('.')
  const genuine = sameText(signature, mac16(secret, 'visit', member, branch, until, staff))
  if (!genuine) return refuse('VISIT_EXPIRED')
  const over = now.getTime() > Number.parseInt(until, 36)
  return accept({ member: member as MemberId, branch: branch as BranchId, staff, over })
}
