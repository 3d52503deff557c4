import { openPaySheet, type Payable } from '../layers/pay-sheet'
import type { PhoneOptions } from '../options'
import { askWechat } from './ask-wechat'
import { type Api, asynchronous, type Options, Refused } from './asynchronous'

const FIELDS = ['timeStamp', 'nonceStr', 'package', 'signType', 'paySign']

/** WeChat looks at the order, or says why there is nothing to pay. */
type Outcome = Payable | { hindrance: string }

/** `wx.requestPayment`: what the merchant signed, a sheet, a thumb, a receipt. */
export function createPayment({ token }: PhoneOptions): Record<string, Api> {
  const ask = async (step: 'show' | 'confirm', call: object): Promise<Payable> => {
    const outcome = await askWechat<Outcome>(`/wx/pay/${step}`, token, { call })
    if ('hindrance' in outcome) throw new Refused(outcome.hindrance)
    return outcome
  }
  return {
    requestPayment: asynchronous('requestPayment', async (options) => {
      const call = readCall(options)
      const sheet = openPaySheet(await ask('show', call))
      if (!(await sheet.agreed)) throw new Refused('cancel')
      try {
        await ask('confirm', call)
      } catch (error) {
        sheet.close()
        throw error
      }
      await sheet.thank()
    }),
  }
}

function readCall(options: Options): object {
  for (const field of FIELDS)
    if (typeof options[field] !== 'string')
      throw new Refused(
        `parameter error: parameter.${field} should be String instead of ${typeof options[field]};`,
      )
  return Object.fromEntries(FIELDS.map((field) => [field, options[field]]))
}
