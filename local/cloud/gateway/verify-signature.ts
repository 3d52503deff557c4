import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Signer } from '@cloudbase/signature-nodejs'
import { CloudError } from '../engine/cloud-error'
import type { Doc } from '../engine/document'
import type { Credential } from './credentials'

const AUTHORIZATION =
  /^TC3-HMAC-SHA256 Credential=([^/\s]+)\/[^,]+,(?: SignedParams=[^,]*,)? SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/

/** A request that is older, or newer, is somebody else's or sent again. */
const GOOD_MS = 600_000

const refused = (message: string) => new CloudError('SIGN_PARAM_INVALID', message)

export function readAuthorization(request: IncomingMessage) {
  const [, secretId, signedHeaders, signature] = AUTHORIZATION.exec(request.headers.authorization ?? '') ?? []
  if (!secretId || !signedHeaders || !signature)
    throw refused('the authorization header is missing or malformed')
  return { secretId, signedHeaders: signedHeaders.split(';'), signature }
}

/**
 * Signs the request again with the secret we know and compares. All parameters of the body are signed again, not only
 * those the sender says he signed. `clocks` are the times that the sender may go by: the machine's, and where the
 * cloud's was moved that one, too. A request is good for ten minutes, as the SDK says of its own.
 */
export function verifySignature(
  request: IncomingMessage,
  parameters: Doc,
  credential: Credential,
  { signedHeaders, signature }: { signedHeaders: string[]; signature: string },
  clocks: number[],
) {
  for (const required of ['host', 'content-type'])
    if (!signedHeaders.includes(required)) throw refused(`the header ${required} is not signed`)
  const headers: Record<string, unknown> = {}
  for (const name of signedHeaders) headers[name] = request.headers[name]
  const expected = sign(request, parameters, credential, headers)
  if (!timingSafeEqual(Buffer.from(expected, 'hex'), Buffer.from(signature, 'hex')))
    throw new CloudError('SIGN_PARAM_INVALID', 'the signature does not match')
  const at = Number(request.headers['x-timestamp']) * 1000
  if (!clocks.some((now) => Math.abs(now - at) <= GOOD_MS))
    throw new CloudError('SIGN_PARAM_INVALID', 'the signature has expired')
  const { sessionToken } = credential
  if (sessionToken !== undefined && parameters.sessionToken !== sessionToken)
    throw new CloudError('INVALID_SESSION_TOKEN', 'the session token does not match')
}

function sign(
  request: IncomingMessage,
  parameters: Doc,
  credential: Credential,
  headers: Record<string, unknown>,
) {
  const url = `http://${request.headers.host}${request.url}`
  const timestamp = Number(request.headers['x-timestamp'])
  if (!Number.isSafeInteger(timestamp) || Math.abs(timestamp) > 8e12)
    throw refused('x-timestamp is malformed')
  try {
    const method = request.method?.toLowerCase() ?? ''
    return String(
      new Signer(credential, 'tcb').tc3sign(method, url, headers, parameters, timestamp).signature,
    )
  } catch (error) {
    throw refused((error as Error).message)
  }
}

/**
 * The signature knows parameters by their lower-cased names. Two that differ only in case could swap their values
 * under the same signature.
 */
export function refuseAmbiguousNames(parameters: Doc) {
  const names = Object.keys(parameters)
  if (names.includes('__proto__')) throw refused('parameter not allowed: __proto__')
  if (new Set(names.map((name) => name.toLowerCase().trim())).size !== names.length)
    throw refused('two parameters differ only in case')
}
