import { createCipheriv, createPublicKey, randomBytes, sign, verify } from 'node:crypto'
import type { KeyWithCertificate, PayKeys } from './pay-keys'

const SCHEME = 'WECHATPAY2-SHA256-RSA2048'
/** How far a request's time may lie from ours. */
const TOLERANCE_SECONDS = 300

const lines = (...parts: string[]) => parts.map((part) => `${part}\n`).join('')

const isSigned = (text: string, signature: string, { certificate }: KeyWithCertificate) =>
  verify('sha256', Buffer.from(text), createPublicKey(certificate), Buffer.from(signature, 'base64'))

/** A request of the merchant as it arrived: `target` is the path with its query, `body` the text of it. */
export interface SignedRequest {
  method: string
  target: string
  authorization: string
  body: string
}

/** What is wrong with the signature of a request; null when nothing is. */
export function findWrongSignature(
  { method, target, authorization, body }: SignedRequest,
  { mchid, keys }: { mchid: string; keys: PayKeys },
  now: number,
): string | null {
  if (!authorization.startsWith(`${SCHEME} `)) return 'Http头Authorization认证类型不正确'
  const parts = Object.fromEntries(
    [...authorization.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  ) as Record<string, string | undefined>
  const { nonce_str = '', signature = '', timestamp = '', serial_no } = parts
  if (parts.mchid !== mchid) return '商户号不存在'
  if (serial_no !== keys.merchant.serial) return '商户证书序列号有误。请使用签名私钥匹配的证书序列号'
  if (!(Math.abs(Number(timestamp) - now / 1000) <= TOLERANCE_SECONDS))
    return 'Http头Authorization中的timestamp与发起请求的时间不得超过5分钟'
  const text = lines(method, target, timestamp, nonce_str, body)
  return isSigned(text, signature, keys.merchant) ? null : '签名错误，请检查后再试'
}

/** The headers by which a merchant knows that an answer or a notification is WeChat's. */
export function signForMerchant(body: string, { platform }: PayKeys, now: number): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000))
  const nonce = randomBytes(16).toString('hex')
  const signature = sign('sha256', Buffer.from(lines(timestamp, nonce, body)), platform.privateKey)
  return {
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Signature': signature.toString('base64'),
    'Wechatpay-Serial': platform.serial,
    'Wechatpay-Signature-Type': SCHEME,
  }
}

/** What a page hands to `wx.requestPayment`, signed by the merchant. */
export interface PaymentCall {
  timeStamp: string
  nonceStr: string
  package: string
  signType: string
  paySign: string
}

export function isPaymentSigned(call: PaymentCall, appid: string, keys: PayKeys): boolean {
  const text = lines(appid, call.timeStamp, call.nonceStr, call.package)
  return call.signType === 'RSA' && isSigned(text, call.paySign, keys.merchant)
}

/** AES-256-GCM with the key of the merchant; the tag follows the text, and `associated` is bound to it. */
export function encryptForMerchant(text: string, associated: string, { apiV3Key }: PayKeys) {
  const nonce = randomBytes(6).toString('hex')
  const cipher = createCipheriv('aes-256-gcm', apiV3Key, nonce)
  cipher.setAAD(Buffer.from(associated))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return {
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: sealed.toString('base64'),
    associated_data: associated,
    nonce,
  }
}
