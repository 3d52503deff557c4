import type { Env } from './env'

/** The narrowest that WeChat draws, in px: its picture stays below 100 KB. */
const WIDTH = 280

/** How a picture begins, by its kind. WeChat draws in either. */
const BEGINNINGS = { 'image/png': [0x89, 0x50, 0x4e, 0x47], 'image/jpeg': [0xff, 0xd8, 0xff] }

const kindOf = (bytes: Buffer): string | undefined =>
  Object.entries(BEGINNINGS).find(([, beginning]) => beginning.every((byte, at) => bytes[at] === byte))?.[0]

/**
 * WeChat's picture that opens `page` and tells it `scene` (at most 32 characters), as a `data:` address.
 * Null when WeChat says no, as it does to a mini-program that is not published yet; why is logged.
 */
export async function drawCodeImage(
  env: Env,
  where: { page: string; scene: string },
): Promise<string | null> {
  const answer = await env.askWechatForPicture('wxacode.getUnlimited', { ...where, width: WIDTH })
  const kind = Buffer.isBuffer(answer) ? kindOf(answer) : undefined
  if (Buffer.isBuffer(answer) && kind !== undefined) return `data:${kind};base64,${answer.toString('base64')}`
  env.log({ at: 'code image', page: where.page, answer: wordsOf(answer) })
  return null
}

/** What WeChat said instead of a picture, as far as it tells anything. */
const wordsOf = (answer: unknown): string =>
  (Buffer.isBuffer(answer) ? answer.toString() : (JSON.stringify(answer) ?? '')).slice(0, 200)
