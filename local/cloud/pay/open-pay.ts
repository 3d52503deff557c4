import { join } from 'node:path'
import type { Clock } from '../clock'
import type { CloudbaseConfig } from '../cloudbaserc'
import type { Faults } from '../faults/faults'
import type { Log } from '../log-line'
import { KeptOrders } from './kept-orders'
import { Notifier } from './notifier'
import { openPayKeys } from './pay-keys'
import type { PayDesk } from './pay-routes'
import { reachFrom } from './reach'
import { WechatPay } from './wechat-pay'

export interface OpenPaySettings {
  dataDir: string
  config: CloudbaseConfig
  clock: Clock
  faults: Faults
  log: Log
  origin: () => string
}

/** WeChat Pay for the merchant of the configuration; null when it names none. */
export function openPay({ dataDir, config, origin, ...rest }: OpenPaySettings): PayDesk | null {
  const { envId, wechatPay } = config
  if (!wechatPay) return null
  const { mchid, appid = 'wx-local', name = '本地商户' } = wechatPay
  const pay = new WechatPay({
    merchant: { mchid, appid, name },
    keys: openPayKeys(dataDir),
    orders: new KeptOrders(join(dataDir, 'wechat-pay')),
    reach: reachFrom(envId, origin),
  })
  return { pay, notifier: new Notifier({ pay, ...rest }) }
}

/** What a merchant is given by WeChat and keeps in the environment of his functions. */
export function payEnvironment(desk: PayDesk | null): Record<string, string> {
  if (!desk) return {}
  const { merchant, keys } = desk.pay.settings
  return {
    WECHATPAY_MCHID: merchant.mchid,
    WECHATPAY_APPID: merchant.appid,
    WECHATPAY_SERIAL_NO: keys.merchant.serial,
    WECHATPAY_PRIVATE_KEY: keys.merchant.privateKey,
    WECHATPAY_API_V3_KEY: keys.apiV3Key,
  }
}
