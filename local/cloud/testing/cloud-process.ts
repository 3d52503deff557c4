import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'

export interface CloudProcess {
  url: string
  sdkEnv: Record<string, string>
  /** The code it ended with; null when it was killed. */
  exited: Promise<number | null>
  complaint(): string
  kill(): void
}

/** What `npm run cloud` starts, built once so that it starts fast. Processes are started with `start`. */
export async function buildCloud() {
  const folder = await mkdtemp(join(tmpdir(), 'cloud-process-'))
  const outfile = join(folder, 'main.js')
  await build({
    entryPoints: [join(__dirname, '../main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    external: ['classic-level'],
    logLevel: 'error',
  })
  return {
    start: (dataDir: string, fileKilobytes?: number) => start(outfile, dataDir, fileKilobytes),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** With `fileKilobytes` no file may grow beyond that: to the process the disk is full. */
async function start(main: string, dataDir: string, fileKilobytes?: number): Promise<CloudProcess> {
  const limit = fileKilobytes === undefined ? '' : `trap '' XFSZ; ulimit -f ${fileKilobytes};`
  const command = `${limit} exec "$@"`
  const options = ['--port', '0', '--data', dataDir, '--config', 'none']
  const child = spawn('bash', ['-c', command, 'bash', process.execPath, main, ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_PATH: join(__dirname, '../../../node_modules') },
  })
  let printed = ''
  let complaint = ''
  child.stderr.on('data', (chunk) => {
    complaint += chunk
  })
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      printed += chunk
      if (printed.includes('TENCENTCLOUD_SESSIONTOKEN')) resolve()
    })
    child.once('exit', () => resolve())
  })
  const sdkEnv: Record<string, string> = {}
  for (const [, name = '', value = ''] of printed.matchAll(/^export (\w+)='(.*)'$/gm)) sdkEnv[name] = value
  const url = String(JSON.parse(sdkEnv.TCB_CONTEXT_CNFG ?? '{"URL":""}').URL).replace('/admin', '')
  return { url, sdkEnv, exited, complaint: () => complaint, kill: () => child.kill('SIGKILL') }
}
