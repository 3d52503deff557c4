import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Cloud } from '../start-cloud'

/** A line to the cloud on which anything can be said, and what came back on it until it was cut. */
export interface Line {
  socket: Socket
  /** All that was answered, when the line is cut; the milliseconds it lived. */
  ended: Promise<{ answer: string; ms: number }>
}

export function openLine({ port }: Cloud): Line {
  const socket = connect(port, '127.0.0.1')
  const started = performance.now()
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk))
  // Being cut off is what is expected here.
  socket.on('error', () => undefined)
  const ended = new Promise<{ answer: string; ms: number }>((resolve) =>
    socket.on('close', () =>
      resolve({ answer: Buffer.concat(chunks).toString('latin1'), ms: performance.now() - started }),
    ),
  )
  return { socket, ended }
}

/** Sends as much as is taken; a cut line ends it. Tells how many bytes were taken. */
export async function pour(
  line: Line,
  bytes: number,
  part = Buffer.alloc(1024 * 1024, 'a'),
): Promise<number> {
  const { socket, ended } = line
  let taken = 0
  while (taken < bytes && socket.writable) {
    taken += part.length
    if (!socket.write(part))
      await Promise.race([new Promise((drained) => socket.once('drain', drained)), ended])
  }
  return taken
}

/** Sends one byte now and then, until the line is cut. */
export async function drip({ socket }: Line, pauseMs: number): Promise<void> {
  while (socket.writable) {
    socket.write('a')
    await wait(pauseMs)
  }
}

export const megabytes = () => process.memoryUsage().rss / 2 ** 20
