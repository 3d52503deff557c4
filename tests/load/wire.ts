import { Agent, request } from 'node:http'

/** What came back over the line, or that it broke. */
export type Heard = { status: number; body: unknown } | null

/** Asks over kept connections: who asks must cost less than who answers. */
export class Wire {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 128 })

  constructor(readonly url: string) {}

  send(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Heard> {
    const text = body === undefined ? '' : JSON.stringify(body)
    const sent = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers }
    return new Promise((heard) => {
      const asked = request(
        `${this.url}${path}`,
        { method, agent: this.#agent, headers: sent },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', () => heard(null))
          response.on('end', () =>
            heard({ status: response.statusCode ?? 0, body: parse(Buffer.concat(chunks).toString()) }),
          )
        },
      )
      asked.on('error', () => heard(null))
      asked.end(text)
    })
  }

  /** What must be answered. */
  async must(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<unknown> {
    const heard = await this.send(method, path, body)
    if (heard?.status !== 200) throw new Error(`${method} ${path} was answered ${JSON.stringify(heard)}`)
    return heard.body
  }

  close(): void {
    this.#agent.destroy()
  }
}

/** A page of HTML is not an answer. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
