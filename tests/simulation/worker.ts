import { parentPort } from 'node:worker_threads'
import { assert } from '../../core/domain/result'
import { crashPoints } from './crash-points'
import { type Telling, tell } from './history'
import { shrink } from './shrink'
import { add, newTally } from './tally'
import type { ThemeName } from './themes'

/** What a worker can be given to do. */
export type Task =
  | { kind: 'histories'; from: number; seeds: number; theme?: ThemeName | undefined }
  | { kind: 'trace'; telling: Omit<Telling, 'trace'> }
  | { kind: 'shrink'; seed: number; theme?: ThemeName | undefined }
  | { kind: 'crashes'; part: number; parts: number }

async function histories({ from, seeds, theme }: Extract<Task, { kind: 'histories' }>) {
  const tally = newTally()
  const about = theme === undefined ? {} : { theme }
  for (let seed = from; seed < from + seeds; seed++) add(tally, await tell({ seed, ...about }))
  return tally
}

async function trace({ telling }: Extract<Task, { kind: 'trace' }>) {
  const lines: string[] = []
  const { violations } = await tell({ ...telling, trace: (line) => lines.push(line) })
  return { lines, violations }
}

function perform(task: Task): Promise<unknown> {
  switch (task.kind) {
    case 'histories':
      return histories(task)
    case 'trace':
      return trace(task)
    case 'shrink':
      return shrink(task.seed, task.theme)
    case 'crashes':
      return crashPoints(task.part, task.parts)
  }
}

const port = parentPort
assert(port !== null, 'this runs in a worker')
port.on('message', (task: Task) => {
  perform(task).then(
    (done) => port.postMessage({ done }),
    (error: Error) => port.postMessage({ failed: error.stack }),
  )
})
