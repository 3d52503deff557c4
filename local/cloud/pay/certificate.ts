import { createPublicKey, sign } from 'node:crypto'

export interface CertificateSubject {
  commonName: string
  organization: string
  /** 20 bytes in hexadecimal; the first is between 01 and 7f, so that the number is positive and whole. */
  serial: string
  notBefore: Date
  notAfter: Date
}

/** Type, length, content: the one form everything in a certificate has. */
function element(type: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  if (length < 0x80) return Buffer.concat([Buffer.from([type, length]), content])
  const digits = Buffer.from(length.toString(16).padStart(length > 0xff ? 4 : 2, '0'), 'hex')
  return Buffer.concat([Buffer.from([type, 0x80 | digits.length]), digits, content])
}

const [INTEGER, BITS, TEXT, TIME, SEQUENCE, SET] = [0x02, 0x03, 0x0c, 0x17, 0x30, 0x31] as const
const hex = (digits: string) => Buffer.from(digits, 'hex')
const SHA256_WITH_RSA = element(SEQUENCE, hex('06092a864886f70d01010b0500'))
const VERSION_3 = hex('a003020102')
const COMMON_NAME = hex('0603550403')
const ORGANIZATION = hex('060355040a')

const time = (date: Date) =>
  element(TIME, Buffer.from(`${date.toISOString().slice(2, 19).replace(/[-T:]/g, '')}Z`))

const nameOf = ({ commonName, organization }: CertificateSubject) =>
  element(
    SEQUENCE,
    ...[[ORGANIZATION, organization] as const, [COMMON_NAME, commonName] as const].map(([kind, text]) =>
      element(SET, element(SEQUENCE, kind, element(TEXT, Buffer.from(text)))),
    ),
  )

/** A certificate (X.509, version 3) that a key has signed for itself, as PEM. Years up to 2049. */
export function makeCertificate(privateKey: string, subject: CertificateSubject): string {
  const name = nameOf(subject)
  const body = element(
    SEQUENCE,
    VERSION_3,
    element(INTEGER, hex(subject.serial)),
    SHA256_WITH_RSA,
    name,
    element(SEQUENCE, time(subject.notBefore), time(subject.notAfter)),
    name,
    createPublicKey(privateKey).export({ type: 'spki', format: 'der' }),
  )
  const signature = element(BITS, Buffer.from([0]), sign('sha256', body, privateKey))
  const lines =
    element(SEQUENCE, body, SHA256_WITH_RSA, signature)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
