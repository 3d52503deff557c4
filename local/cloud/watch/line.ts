import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'

const MOST_BYTES = 1024 * 1024
/** Who is told that his line is closed and does not say goodbye is waited for so long. */
const FAREWELL_MS = 1000

const server = new WebSocketServer({ noServer: true, clientTracking: false, maxPayload: MOST_BYTES })

/** A line on which both sides speak whenever they like: a WebSocket, texts only. */
export class Line {
  private constructor(readonly socket: WebSocket) {}

  /** Null when the request is for no such line; it has then been told so. */
  static accept(request: IncomingMessage, socket: Duplex, head: Buffer): Line | null {
    if (request.headers['sec-websocket-version'] !== '13') {
      socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n')
      return null
    }
    const lines: Line[] = []
    server.handleUpgrade(request, socket, head, (accepted) => lines.push(new Line(accepted)))
    return lines[0] ?? null
  }

  listen(heard: (text: string) => void, ended: () => void) {
    const { socket } = this
    // What nobody may send has closed the line with its reason.
    socket.on('error', () => this.#waitForGoodbye())
    socket.once('close', ended)
    socket.on('message', (data, isBinary) => (isBinary ? this.close(1003) : heard(String(data))))
  }

  send(value: object) {
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(JSON.stringify(value))
  }

  close(code: number) {
    this.socket.close(code)
    this.#waitForGoodbye()
  }

  #waitForGoodbye() {
    setTimeout(() => this.socket.terminate(), FAREWELL_MS).unref()
  }
}
