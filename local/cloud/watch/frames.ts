/** What travels on a line after its upgrade: RFC 6455, without extensions. */
export interface Frame {
  kind: number
  isLast: boolean
  payload: Buffer
}

export const KIND = { more: 0, text: 1, close: 8, ping: 9, pong: 10 } as const

/** What a client must not send; the code is the one it is told when the line is closed. */
export class BadFrame extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message)
  }
}

/** The first frame of what has arrived and what follows it; null while it is not whole. */
export function readFrame(bytes: Buffer, mostBytes: number): { frame: Frame; rest: Buffer } | null {
  if (bytes.length < 2) return null
  const [first = 0, second = 0] = bytes
  if (first & 0x70) throw new BadFrame(1002, 'an extension that was not agreed on')
  if ((second & 0x80) === 0) throw new BadFrame(1002, 'a client must mask its frames')
  const head = readLength(bytes, second & 0x7f)
  if (head === null) return null
  if (head.length > mostBytes) throw new BadFrame(1009, `a message may have at most ${mostBytes} bytes`)
  const start = head.end + 4
  if (bytes.length < start + head.length) return null
  const mask = bytes.subarray(head.end, start)
  const payload = Buffer.from(bytes.subarray(start, start + head.length))
  for (let at = 0; at < payload.length; at++) payload[at] = (payload[at] as number) ^ (mask[at & 3] as number)
  const frame = { kind: first & 0x0f, isLast: (first & 0x80) !== 0, payload }
  return { frame, rest: bytes.subarray(start + head.length) }
}

function readLength(bytes: Buffer, short: number): { length: number; end: number } | null {
  if (short < 126) return { length: short, end: 2 }
  if (short === 126) return bytes.length < 4 ? null : { length: bytes.readUInt16BE(2), end: 4 }
  return bytes.length < 10 ? null : { length: Number(bytes.readBigUInt64BE(2)), end: 10 }
}

export function writeFrame(kind: number, payload: Buffer): Buffer {
  const { length } = payload
  const head = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10)
  head[0] = 0x80 | kind
  if (length < 126) head[1] = length
  else if (length < 65_536) {
    head[1] = 126
    head.writeUInt16BE(length, 2)
  } else {
    head[1] = 127
    head.writeBigUInt64BE(BigInt(length), 2)
  }
  return Buffer.concat([head, payload])
}
