import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Wire } from '../load/wire'
import type { Contender } from './contest'
import { loadSchema } from './peer-database'
import { PEERS, type Peer } from './peer-works'

/** One after the other, each with a fresh database and two processes of sixteen threads. */
export async function eachPeer(folder: string, use: (contender: Contender) => Promise<void>): Promise<void> {
  for (const peer of PEERS) {
    const contender = await openPeer(folder, peer)
    try {
      await use(contender)
    } finally {
      await contender.close()
    }
  }
}

async function openPeer(folder: string, peer: Peer): Promise<Contender> {
  const { name, app, schema, port, env } = peer
  loadSchema(join(folder, schema))
  const serving = ['-m', 'gunicorn', '-k', 'gthread', '-w', '2', '--threads', '16', '-b', `127.0.0.1:${port}`]
  const server = spawn('/usr/bin/python3', [...serving, '--log-level', 'error', `${app}:app`], {
    cwd: folder,
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', ...env },
    stdio: 'ignore',
  })
  const wire = new Wire(`http://127.0.0.1:${port}`)
  const close = async () => {
    wire.close()
    const ended = once(server, 'exit')
    server.kill('SIGTERM')
    await ended
  }
  for (let tries = 0; (await wire.send('GET', '/')) === null; tries++) {
    if (tries === 100) throw new Error(`${name} does not answer`)
    await sleep(200)
  }
  const works = peer.works((path, body) => wire.send('POST', path, body))
  return { name, works, anomalies: async () => peer.anomalies(), close }
}
