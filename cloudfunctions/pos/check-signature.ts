import { createHmac } from 'node:crypto'
import type { BranchId } from '../../core/contract'
import type { TILL_STATUS } from '../../core/contract/pos'
import { accept, type Result, refuse } from '../../core/domain/result'
import { findBranch } from '../../core/store/restaurant'
import { spend } from '../../core/store/used-codes'
import type { Env } from '../env'
import { sameText } from '../sign'
import type { HttpEvent } from './http'

/** The only path there is. It is signed, whatever route the cloud puts before it. */
export const ORDERS_PATH = '/pos/orders'

/** How far a till's clock may be off. */
const SKEW_MS = 5 * 60_000

/** What a till signs: five lines, keyed by the branch's till key. */
export const tillSignature = (key: string, timestamp: string, nonce: string, body: string): string =>
  createHmac('sha256', key).update(['POST', ORDERS_PATH, timestamp, nonce, body].join('\n')).digest('hex')

/** Which branch speaks: proved by its key, fresh by its clock, once by its nonce. */
export async function checkSignature(
  { headers }: HttpEvent,
  body: string,
  env: Env,
): Promise<Result<{ id: BranchId; name: string }, keyof typeof TILL_STATUS>> {
  const { 'x-branch': id = '', 'x-timestamp': timestamp = '', 'x-nonce': nonce = '' } = headers
  if (!/^\d{10}$/.test(timestamp) || !/^[\w-]{16,64}$/.test(nonce)) return refuse('BAD_REQUEST')
  const branch = findBranch(await env.restaurant(), id)
  const signature = headers['x-signature'] ?? ''
  if (branch === undefined || !/^[0-9a-f]{64}$/.test(signature)) return refuse('BAD_SIGNATURE')
  if (!sameText(signature, tillSignature(branch.tillKey, timestamp, nonce, body)))
    return refuse('BAD_SIGNATURE')
  if (Math.abs(env.now.getTime() - Number(timestamp) * 1000) > SKEW_MS) return refuse('STALE_TIMESTAMP')
  const fresh = await spend(env, 'nonces', `${id}.${nonce}`, env.newToken())
  return fresh ? accept({ id: branch._id, name: branch.name }) : refuse('NONCE_REUSED')
}
