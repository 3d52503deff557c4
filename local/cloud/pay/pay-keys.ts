import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeCertificate } from './certificate'

/** A private key with the certificate that others know it by. */
export interface KeyWithCertificate {
  privateKey: string
  certificate: string
  serial: string
  notBefore: string
  notAfter: string
}

/** What a merchant and WeChat Pay know of each other. */
export interface PayKeys {
  /** 32 letters and digits: with it notifications are encrypted. */
  apiV3Key: string
  merchant: KeyWithCertificate
  platform: KeyWithCertificate
}

const YEARS = 5

/** Made at the first start and kept with the data: a notification of yesterday can still be read tomorrow. */
export function openPayKeys(directory: string): PayKeys {
  const file = join(directory, 'wechat-pay-keys.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as PayKeys
  mkdirSync(directory, { recursive: true })
  const keys = {
    apiV3Key: randomBytes(16).toString('hex'),
    merchant: makeKey('Local merchant'),
    platform: makeKey('Tenpay.com sign'),
  }
  writeFileSync(`${file}.new`, JSON.stringify(keys), { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
  return keys
}

function makeKey(commonName: string): KeyWithCertificate {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const serial = `4${randomBytes(20).toString('hex').slice(1)}`.toUpperCase()
  const notBefore = new Date()
  const notAfter = new Date(notBefore)
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + YEARS)
  const subject = { commonName, organization: 'Local cloud', serial, notBefore, notAfter }
  const certificate = makeCertificate(privateKey, subject)
  return {
    privateKey,
    certificate,
    serial,
    notBefore: notBefore.toISOString(),
    notAfter: notAfter.toISOString(),
  }
}
