import type { PhoneInfo } from '../../local/cloud/wechat/phone-codes'
import type { Chance } from './chance'

/** Numbers of the phones there are. Few, so that they meet; one is not of the mainland. */
export const NUMBERS = ['13800000001', '13800000002', '13900000003']
export const FOREIGN = '61234567'

const GOOD_MS = 5 * 60_000

/** What WeChat's button gives; here the code says what it stands for, so that the books can read it. */
export const makePhoneCode = (number: string, at: number, chance: Chance): string =>
  [number, at, chance.hex(16)].join('.')

export const numberIn = (code: unknown): string => String(code).split('.')[0] ?? ''

/** WeChat's side: every code is good once. */
export class PlainPhoneCodes {
  readonly #spent = new Set<string>()

  spend(code: string, now: number): PhoneInfo | null {
    const [purePhoneNumber = '', at] = code.split('.')
    if (this.#spent.has(code) || !(now - Number(at) <= GOOD_MS)) return null
    this.#spent.add(code)
    return { purePhoneNumber, countryCode: purePhoneNumber === FOREIGN ? '852' : '86' }
  }
}
