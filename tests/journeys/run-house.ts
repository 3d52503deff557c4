import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(__dirname, '../..')
const OPENED = /回头客已开张/

/** `npm start` as a process of its own, on a port and a folder that survive it. */
export class House {
  private process: ChildProcess | undefined
  readonly printed: string[] = []

  private constructor(
    readonly port: number,
    readonly dataDir: string,
  ) {}

  static async open(): Promise<House> {
    const dataDir = mkdtempSync(join(tmpdir(), 'huitouke-house-'))
    const house = new House(await freePort(), dataDir)
    await house.start()
    return house
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** What jest's global setup has built is served; nothing is built again. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'local/start.ts', '--built'], {
      cwd: root,
      env: { ...process.env, PORT: String(this.port), DATA_DIR: this.dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.process = child
    await new Promise<void>((opened, failed) => {
      const hear = (chunk: Buffer) => {
        this.printed.push(chunk.toString())
        if (OPENED.test(this.printed.join(''))) opened()
      }
      child.stdout.on('data', hear)
      child.stderr.on('data', hear)
      child.once('exit', (code, signal) =>
        failed(new Error(`the house ended (${code ?? signal}): ${this.printed.join('')}`)),
      )
    })
  }

  /** The power goes out: no handler runs, nothing is written any more. */
  async kill(): Promise<void> {
    await this.end('SIGKILL')
  }

  async close(): Promise<void> {
    await this.end('SIGTERM')
    rmSync(this.dataDir, { recursive: true })
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.process
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    this.printed.length = 0
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
