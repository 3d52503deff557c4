import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the peers' own script keeps its database. */
const RUN_DIR = process.env.RUN_DIR ?? '/tmp/huitouke-peers'
const SOCKET = join(RUN_DIR, 'mysql.sock')

const client = (...more: string[]) => ['--no-defaults', '-uroot', '-S', SOCKET, ...more]

/** A number that a peer's database tells. */
export const countIn = (database: string, query: string): number =>
  Number(execFileSync('mariadb', client('-N', '-B', database, '-e', query), { encoding: 'utf8' }).trim())

/** Everything anew, as a script says. */
export const loadSchema = (file: string) => execFileSync('mariadb', client(), { input: readFileSync(file) })

/** Start the peers' database, unless it runs. Returns what ends it again. */
export async function openPeerDatabase(folder: string): Promise<() => void> {
  if (existsSync(SOCKET)) return () => undefined
  const script = spawn('bash', [join(folder, 'start_db.sh')], {
    env: { ...process.env, RUN_DIR },
    stdio: 'ignore',
    detached: true,
  })
  const [code] = (await once(script, 'exit')) as [number]
  if (code !== 0)
    throw new Error(`start_db.sh ended with ${code}: are mariadb-server and redis-server there?`)
  return () => {
    for (const name of ['mariadbd.pid', 'redis.pid'])
      process.kill(Number(readFileSync(join(RUN_DIR, name), 'utf8')))
  }
}
