import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'

const MOST_CONNECTIONS = 2000

/** Servers that answer alike, on one or more ports. */
export class Ports {
  #servers: Server[] = []

  constructor(
    readonly answer: RequestListener,
    readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void,
    readonly requestMs: number,
  ) {}

  async listen(port: number, host: string): Promise<number> {
    // Who sends his request drop by drop does not hold a connection for ever.
    const { requestMs } = this
    const patience = {
      requestTimeout: requestMs,
      headersTimeout: requestMs,
      connectionsCheckingInterval: requestMs / 4,
    }
    const server = createServer(patience, this.answer)
    server.on('upgrade', this.upgrade)
    server.maxConnections = MOST_CONNECTIONS
    // Longer than clients keep idle connections, so that none is closed under a request on its way.
    server.keepAliveTimeout = 65_000
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, host, resolve)
    })
    this.#servers.push(server)
    return (server.address() as AddressInfo).port
  }

  async close() {
    const closed = this.#servers.map((server) => new Promise((resolve) => server.close(resolve)))
    for (const server of this.#servers) server.closeAllConnections()
    await Promise.all(closed)
  }
}
