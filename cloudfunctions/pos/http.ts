/** What the HTTP access of the cloud hands a function. */
export interface HttpEvent {
  path: string
  httpMethod: string
  /** Names in small letters. */
  headers: Record<string, string | undefined>
  body?: string
  isBase64Encoded?: boolean
}

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

export const bodyOf = ({ body = '', isBase64Encoded }: HttpEvent): string =>
  isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body
