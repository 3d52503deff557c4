import * as z from 'zod'

/**
 * What the HTTP access of the cloud hands a function. A phone can call the function itself with
 * anything at all, so that even this is read before it is believed.
 */
const Event = z.object({
  path: z.string(),
  httpMethod: z.string(),
  /** Names in small letters. */
  headers: z.record(z.string(), z.string()),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().optional(),
})
export type HttpEvent = z.infer<typeof Event>

/** Null when this is no HTTP request. */
export const readEvent = (event: unknown): HttpEvent | null => Event.safeParse(event).data ?? null

export interface HttpReply {
  statusCode: number
  headers: Record<string, string>
  body: string
}

export const json = (statusCode: number, body: object): HttpReply => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
})

export const bodyOf = ({ body, isBase64Encoded }: HttpEvent): string =>
  isBase64Encoded === true ? Buffer.from(body ?? '', 'base64').toString('utf8') : (body ?? '')
