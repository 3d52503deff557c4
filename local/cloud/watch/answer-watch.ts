import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { CloudError } from '../engine/cloud-error'
import { type Doc, isPlain } from '../engine/document'
import { parseJsonObject } from '../gateway/parse-json'
import { keptSecret } from '../kept-secret'
import type { Log } from '../log-line'
import { Line } from './line'
import type { Watches } from './watches'

const PATH = '/watch'
const TICKET_MS = 120_000

/** What the SDK's `watch` speaks: a ticket over the gateway, then a line on which changes are told. */
export class WatchDesk {
  readonly #lines = new Set<Line>()
  readonly #secret: Buffer

  constructor(
    dataDir: string,
    readonly settings: { watches: Watches; envId: string; origin: () => string; now: () => number; log: Log },
  ) {
    this.#secret = keptSecret(dataDir, 'watch-secret')
  }

  /** `auth.wsWebSign`. Real time, as a line is real whatever the cloud's clock says. */
  ticket(): Doc {
    const { envId, origin } = this.settings
    const until = Date.now() + TICKET_MS
    const wsUrl = origin().replace(/^http/, 'ws') + PATH
    return { envId, wsUrl, secretVersion: 1, signStr: `${until}.${this.#sign(until)}` }
  }

  answer(request: IncomingMessage, socket: Duplex, head: Buffer) {
    if (request.url?.split('?')[0] !== PATH) {
      socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n')
      return
    }
    const line = Line.accept(request, socket, head)
    if (!line) return
    this.#lines.add(line)
    let isKnown = false
    line.listen(
      (text) => {
        isKnown = this.#hear(line, text, isKnown)
      },
      () => {
        this.#lines.delete(line)
        this.settings.watches.lose(line)
      },
    )
  }

  close() {
    for (const line of this.#lines) line.close(1001)
  }

  /** Whether the line belongs to somebody who is known, after this message. */
  #hear(line: Line, text: string, isKnown: boolean): boolean {
    let about: Doc = {}
    try {
      const message = parseJsonObject(Buffer.from(text))
      about = { watchId: message.watchId, requestId: message.requestId }
      const known = isKnown || (message.msgType === 'LOGIN' && this.#admits(message))
      if (!known && message.msgType !== 'PING')
        throw new CloudError('SIGN_INVALID_ERROR', 'there is no ticket')
      const answer = this.#answer(line, message)
      if (answer) line.send({ ...about, ...answer })
      return known
    } catch (error) {
      const code = error instanceof CloudError ? error.code : 'SYS_ERR'
      if (code === 'SYS_ERR') this.settings.log({ source: 'watch', stream: 'stderr', text: String(error) })
      line.send({ ...about, msgType: 'ERROR', msgData: { code, message: (error as Error).message } })
      return isKnown
    }
  }

  #answer(line: Line, { msgType, watchId, msgData }: Doc): { msgType: string; msgData: object } | null {
    const { watches, envId, now } = this.settings
    const asked = isPlain(msgData) ? msgData : {}
    switch (msgType) {
      case 'LOGIN':
        return { msgType: 'LOGIN_EVENT', msgData: { envId } }
      case 'PING':
        return { msgType: 'PONG', msgData: {} }
      case 'INIT_WATCH':
        return { msgType: 'INIT_EVENT', msgData: watches.begin(line, watchId, asked, now()) }
      case 'REBUILD_WATCH':
        return { msgType: 'NEXT_EVENT', msgData: watches.goOn(line, watchId, asked) }
      case 'CHECK_LAST':
        return { msgType: 'CHECK_EVENT', msgData: watches.check(asked) }
      case 'CLOSE_WATCH':
        watches.end(line, watchId)
        return null
      default:
        throw new CloudError('INVALID_PARAM', `unknown message: ${String(msgType)}`)
    }
  }

  #admits({ exMsgData }: Doc): boolean {
    const signed = isPlain(exMsgData) ? String(exMsgData.signStr) : ''
    const [until = '', signature = ''] = signed.split('.')
    const expected = Buffer.from(this.#sign(Number(until)))
    const given = Buffer.from(signature)
    return given.length === expected.length && timingSafeEqual(given, expected) && Number(until) > Date.now()
  }

  #sign(until: number): string {
    return createHmac('sha256', this.#secret).update(`watch ${until}`).digest('hex')
  }
}
