import type { IncomingMessage } from 'node:http'

export class BodyTooLarge extends Error {}
export class BodyTruncated extends Error {}

/** How much more of a too large body is taken in and thrown away, so that the sender gets to read the refusal. */
const DRAINED_BYTES = 64 * 1024 * 1024

export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= limit) chunks.push(chunk)
      else chunks.length = 0
      if (bytes > DRAINED_BYTES) request.destroy()
    })
    request.on('end', () => {
      if (bytes > limit) reject(new BodyTooLarge(`the body is larger than ${limit} bytes`))
      else resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks))
    })
    const cutOff = () => {
      if (!request.complete) reject(new BodyTruncated('the body ended early'))
    }
    request.on('close', cutOff)
    request.on('error', cutOff)
  })
}
