import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Database } from '../../core/store/database'
import type { Cloud } from '../../local/cloud/start-cloud'
import { databaseOf } from '../../local/restaurant/database'
import type { Till } from '../../local/restaurant/till'
import type { HouseOrder } from './dinner'
import type { HouseWord } from './house-process'

export interface House {
  url: string
  pid: number
  secret: string
  /** The books, as a tool reads them. */
  db: Database
  tills: Map<string, Till>
  /** Bytes the process of the cloud still needs, after everything else was collected. */
  held(): Promise<number>
  close(): Promise<void>
}

/** Open the built product in a process of its own, in a folder that goes with it. */
export async function openHouseProcess(order: Omit<HouseOrder, 'dataDir'>): Promise<House> {
  const dataDir = mkdtempSync(join(tmpdir(), 'huitouke-load-'))
  const child = fork(
    resolve(__dirname, 'house-process.ts'),
    [JSON.stringify({ ...order, dataDir } satisfies HouseOrder)],
    { execArgv: ['--import', 'tsx', '--expose-gc'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  )
  const { open } = await hear(child, (word) => 'open' in word)
  const { url, pid, secret, sdkEnv, tills } = open
  return {
    url,
    pid,
    secret,
    db: databaseOf({ sdkEnv } as Cloud),
    tills: new Map(tills.map(({ branch, key }) => [branch, { url, branch, key }])),
    held: async () => {
      const held = hear(child, (word) => 'held' in word)
      child.send('held')
      return (await held).held
    },
    close: async () => {
      const ended = once(child, 'exit')
      child.send('close')
      await ended
      await rm(dataDir, { recursive: true })
    },
  }
}

type Said = Extract<HouseWord, { open: unknown }> & Extract<HouseWord, { held: unknown }>

/** The next word that is meant; what ends before it has nothing to say. */
function hear(child: ChildProcess, isMeant: (word: HouseWord) => boolean): Promise<Said> {
  return new Promise((heard, failed) => {
    const onExit = (code: number | null) => failed(new Error(`the house ended with ${code}`))
    const onMessage = (word: HouseWord) => {
      if (!isMeant(word)) return
      child.off('message', onMessage)
      child.off('exit', onExit)
      heard(word as Said)
    }
    child.on('message', onMessage)
    child.once('exit', onExit)
  })
}
