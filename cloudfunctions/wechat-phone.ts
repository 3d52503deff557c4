import * as z from 'zod'
import { assert } from '../core/domain/result'
import type { Env } from './env'

/** A number as WeChat tells it, without its country code. */
interface PhoneWord {
  country: string
  number: string
}

const Info = z.object({
  purePhoneNumber: z.string(),
  countryCode: z.union([z.string(), z.number()]).transform(String),
})

/** Called from a function the names are in camel case, over HTTPS they are not. */
const Told = z
  .object({
    errCode: z.number().optional(),
    errcode: z.number().optional(),
    phoneInfo: Info.optional(),
    phone_info: Info.optional(),
  })
  .transform(({ errCode, errcode, phoneInfo, phone_info }) => ({
    code: errCode ?? errcode ?? 0,
    info: phoneInfo ?? phone_info,
  }))

/** The code was used before, is older than five minutes, or never was one. */
const INVALID_CODE = 40029

/**
 * Who owns the phone has pressed WeChat's button and agreed; its code is good once. What else goes
 * wrong, an exhausted quota above all, is a fault of ours that managers are told of.
 */
export async function askPhoneNumber(env: Env, code: string): Promise<PhoneWord | null> {
  const told = Told.safeParse(await env.askWechat('phonenumber.getPhoneNumber', { code }))
  assert(told.success, 'WeChat answered something else than a phone number')
  const { code: errorCode, info } = told.data
  if (errorCode === INVALID_CODE) return null
  assert(errorCode === 0 && info !== undefined, `WeChat told no phone number: ${errorCode}`)
  return { country: info.countryCode, number: info.purePhoneNumber }
}
