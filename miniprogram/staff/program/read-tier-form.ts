import type { Terms } from './form'
import { FULL_BP, type Read, readDiscount, readTimes, readWhole, readYuan } from './read-number'
import type { Reader } from './reader'
import type { TierForm, TierRow } from './tier-form'

type Tier = Terms['tiers'][number]

const NAME_LENGTH = 12
const PRIVILEGE_LENGTH = 20
const MOST_PRIVILEGES = 8
const WORDS_LENGTH = 40
const MOST_POINTS = 1_000_000

export function readTierForm(
  form: TierForm,
  reader: Reader,
): Pick<Terms, 'tiers' | 'tierSales' | 'keep' | 'discountAt'> {
  if (form.tiers.length === 0) reader.refuse('tiers', '至少要有一个等级')
  return {
    tiers: form.tiers.map((row, i) => readTier(row, i, reader)),
    tierSales: form.tiers.flatMap((row, i) => readSale(row, i, reader)),
    keep: readKeep(form, reader),
    discountAt: form.discountAt,
  }
}

function readTier(row: TierRow, i: number, reader: Reader): Tier {
  const at = (part: keyof TierRow) => `tiers.${i}.${part}`
  const isTyped = (part: keyof TierRow) => row[part].trim() !== ''
  const perhaps = (part: keyof TierRow, read: (text: string) => Read) =>
    isTyped(part) ? reader.number(at(part), read(row[part])) : null
  const whole = (text: string) => readWhole(text, 1, MOST_POINTS)
  const amount = (text: string) => readYuan(text, 1)
  const name = row.name.trim()
  if (name === '') reader.refuse(at('name'), '请填等级名称')
  else if (name.length > NAME_LENGTH) reader.refuse(at('name'), `最多 ${NAME_LENGTH} 个字`)
  return {
    id: row.id,
    name,
    reach: {
      spend: perhaps('spend', amount),
      points: perhaps('points', whole),
      yearPoints: perhaps('yearPoints', whole),
      load: perhaps('load', amount),
    },
    multiplierBp: reader.number(at('times'), readTimes(row.times)),
    payBp: isTyped('pay') ? reader.number(at('pay'), readPay(row.pay)) : FULL_BP,
    privileges: readPrivileges(row.privileges, at('privileges'), reader),
    gift: readGift(row, at, reader),
    birthdayGift: perhaps('birthdayGift', (text) => readWhole(text, 0, MOST_POINTS)) ?? 0,
  }
}

const readPay = (text: string): Read => readDiscount(text, FULL_BP / 2)

function readPrivileges(text: string, name: string, reader: Reader): string[] {
  const all = text
    .split(/[、；;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
  if (all.length > MOST_PRIVILEGES) reader.refuse(name, `最多 ${MOST_PRIVILEGES} 项`)
  if (all.some((one) => one.length > PRIVILEGE_LENGTH))
    reader.refuse(name, `每项最多 ${PRIVILEGE_LENGTH} 个字`)
  return all
}

function readGift({ giftPoints, giftWords }: TierRow, at: (part: keyof TierRow) => string, reader: Reader) {
  const words = giftWords.trim()
  if (giftPoints.trim() === '' && words === '') return null
  if (words === '') reader.refuse(at('giftWords'), '请填升级时说的话')
  else if (words.length > WORDS_LENGTH) reader.refuse(at('giftWords'), `最多 ${WORDS_LENGTH} 个字`)
  return {
    points: reader.number(at('giftPoints'), readWhole(giftPoints.trim() || '0', 0, MOST_POINTS)),
    words,
  }
}

function readSale({ id, salePoints, saleDays }: TierRow, i: number, reader: Reader): Terms['tierSales'] {
  if (salePoints.trim() === '' && saleDays.trim() === '') return []
  const points = reader.number(`tiers.${i}.salePoints`, readWhole(salePoints, 1, MOST_POINTS))
  const days = reader.number(`tiers.${i}.saleDays`, readWhole(saleDays, 1, 366))
  return [{ tier: id, points, days }]
}

function readKeep(form: TierForm, reader: Reader): Terms['keep'] {
  if (form.keep === 'none') return null
  return {
    period:
      form.keep === 'quarter'
        ? { kind: 'quarter' }
        : { kind: 'days', days: reader.number('keepDays', readWhole(form.keepDays, 30, 366)) },
    minSpend: reader.number('keepSpend', readYuan(form.keepSpend, 1)),
    tooLittle: form.tooLittle,
    pauses: form.pauses === 'yes',
  }
}
