import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { BadFrame, type Frame, KIND, readFrame, writeFrame } from './frames'

const MOST_BYTES = 1024 * 1024
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

/** A line on which both sides speak whenever they like: a WebSocket, texts only. */
export class Line {
  #arrived: Buffer = Buffer.alloc(0)
  #parts: Buffer[] = []
  #heard: (text: string) => void = () => undefined

  private constructor(readonly socket: Duplex) {}

  /** Null when the request is for no such line; it has then been told so. */
  static accept({ headers }: IncomingMessage, socket: Duplex, head: Buffer): Line | null {
    const key = headers['sec-websocket-key']
    if (headers.upgrade?.toLowerCase() !== 'websocket' || headers['sec-websocket-version'] !== '13' || !key) {
      socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n')
      return null
    }
    const accept = createHash('sha1')
      .update(key + GUID)
      .digest('base64')
    const answer = ['HTTP/1.1 101 Switching Protocols', 'upgrade: websocket', 'connection: Upgrade']
    socket.write(`${[...answer, `sec-websocket-accept: ${accept}`].join('\r\n')}\r\n\r\n`)
    // What came right behind the request is the beginning of what is said.
    if (head.length > 0) socket.unshift(head)
    return new Line(socket)
  }

  listen(heard: (text: string) => void, ended: () => void) {
    this.#heard = heard
    const { socket } = this
    // The line is gone either way, and who waits for it hears that.
    socket.on('error', () => socket.destroy())
    socket.once('close', ended)
    socket.on('data', (chunk: Buffer) => this.#take(chunk))
  }

  send(value: object) {
    if (this.socket.writable) this.socket.write(writeFrame(KIND.text, Buffer.from(JSON.stringify(value))))
  }

  close(code: number) {
    if (!this.socket.writable) return
    const reason = Buffer.alloc(2)
    reason.writeUInt16BE(code)
    this.socket.end(writeFrame(KIND.close, reason), () => this.socket.destroy())
  }

  #take(chunk: Buffer) {
    this.#arrived = Buffer.concat([this.#arrived, chunk])
    try {
      for (;;) {
        const read = readFrame(this.#arrived, MOST_BYTES)
        if (!read) return
        this.#arrived = read.rest
        this.#obey(read.frame)
      }
    } catch (error) {
      if (!(error instanceof BadFrame)) throw error
      this.#arrived = Buffer.alloc(0)
      this.socket.removeAllListeners('data')
      this.close(error.code)
    }
  }

  #obey({ kind, isLast, payload }: Frame) {
    if (kind === KIND.close) this.close(payload.length >= 2 ? payload.readUInt16BE(0) : 1000)
    else if (kind === KIND.ping) this.socket.write(writeFrame(KIND.pong, payload))
    else if (kind === KIND.text || kind === KIND.more) this.#join(payload, isLast)
    else if (kind !== KIND.pong) throw new BadFrame(1003, 'only texts are understood here')
  }

  #join(payload: Buffer, isLast: boolean) {
    this.#parts.push(payload)
    const whole = Buffer.concat(this.#parts)
    if (whole.length > MOST_BYTES) throw new BadFrame(1009, `a message may have at most ${MOST_BYTES} bytes`)
    if (!isLast) return
    this.#parts = []
    this.#heard(whole.toString('utf8'))
  }
}
