import * as z from 'zod'

/** A whole number from zero on. JSON can say −0, which is no amount of anything. */
const whole = z
  .int()
  .nonnegative()
  .refine((n) => !Object.is(n, -0))

/** Money in fen (分), the smallest unit of RMB. Never a float, never yuan. */
export const Fen = whole.brand<'Fen'>()
export type Fen = z.infer<typeof Fen>

/** Whole loyalty points (积分). Direction lives in the entry's type, never in a sign. */
export const Points = whole.brand<'Points'>()
export type Points = z.infer<typeof Points>

/** A rate in basis points: 10 000 is ×1, 12 000 is ×1.2. */
export const BasisPoints = z.int().min(0).max(1_000_000)

/** A day of trade (营业日) in Asia/Shanghai, `YYYY-MM-DD`. Sorts as text. */
export const BusinessDay = z.iso.date().brand<'BusinessDay'>()
export type BusinessDay = z.infer<typeof BusinessDay>

/** A calendar month of business days, `YYYY-MM`. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** A moment, as text with its zone. */
export const Instant = z.iso.datetime({ offset: true })

/** A member (会员): a keyed hash of the openid, so that no openid is ever stored. */
export const MemberId = z
  .string()
  .regex(/^M[0-9A-HJKMNP-TV-Z]{16}$/)
  .brand<'MemberId'>()
export type MemberId = z.infer<typeof MemberId>

/** What a colleague is: clerk (收银员), manager of a branch (店长), admin (管理员), the owner. SEC-03. */
export const StaffRole = z.enum(['clerk', 'manager', 'admin'])
export type StaffRole = z.infer<typeof StaffRole>

/** A name of something the restaurant defined: a branch, a reward, a tier. */
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
export const BranchId = slug.brand<'BranchId'>()
export type BranchId = z.infer<typeof BranchId>
export const RewardId = slug.brand<'RewardId'>()
export type RewardId = z.infer<typeof RewardId>

/** What is printed on the table stand: `5`, `A12`, `包间3`. */
export const TableNo = z.string().regex(/^[\p{L}\p{N}-]{1,8}$/u)

/** The till's own number of a bill (账单号). Unique in its branch. */
export const BillNo = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)

/** A person's name as he gave it: shown back to him and to staff. */
export const PersonName = z
  .string()
  .trim()
  .min(1)
  .max(20)
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u)

/** Why somebody does what takes something away or gives it: read by the one it concerns. */
export const Reason = z
  .string()
  .trim()
  .min(2)
  .max(60)
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u)

/** A mobile number of the mainland, without a country code. */
export const PhoneNumber = z.string().regex(/^1[3-9]\d{9}$/)

/** What is shown of a number: `138****1234`. */
export const MaskedPhone = z.string().regex(/^1\d{2}\*{4}\d{4}$/)

/** Month and day of birth, `MM-DD`. The year is never asked. 29 February exists. */
export const Birthday = z.string().refine((text) => z.iso.date().safeParse(`2024-${text}`).success)

/**
 * Made once by the page before it asks, and sent again on every retry, so that one tap
 * can never count twice.
 */
export const IdempotencyKey = z.uuid()

/** The largest bill one can settle: 200 000 yuan. Larger is a typing error. */
export const LARGEST_BILL = 20_000_000

/** A bill typed by a cashier: more than nothing. */
export const TypedAmount = Fen.min(1).max(LARGEST_BILL)

/** A bill sent by a till: nothing to pay is possible there (a voided dish, a staff meal). */
export const TillAmount = Fen.max(LARGEST_BILL)

/** What a QR code or a typed code may hold before we look at it. */
export const CodeText = z.string().min(1).max(200)
