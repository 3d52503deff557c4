import type { Held } from './memory'

/** The first third is warming up: processes start, code is compiled, caches fill. */
const WARM_UP = 1 / 3

/** What a document may take in memory, with its place in the indexes and what its last versions left. */
const BYTES_PER_DOCUMENT = 4096
/** What the collector of a process leaves lying about. */
const SLACK_BYTES = 32 * 1024 * 1024

export interface Flatness {
  flat: boolean
  /** What the cloud holds more at the end than after the warm-up, for each document that was added. */
  bytesPerDocument: number
  /** Growth of the mean function process, in bytes for a thousand answers. */
  workerSlope: number
  /** Growth of the cloud's resident memory, in bytes for a thousand answers. */
  cloudSlope: number
  warm: Held
  end: Held
}

/**
 * Flat is what grows with the documents and with nothing else. The cloud is a database in memory: what it holds
 * after a collection may grow by so much for each document added, and the function processes, which keep
 * nothing, not at all. Judged by what is held, never by how long anything took.
 */
export function judgeMemory(samples: readonly Held[]): Flatness {
  const warm = samples[Math.floor(samples.length * WARM_UP)]
  const end = samples.at(-1)
  if (warm === undefined || end === undefined) throw new Error('memory was never measured')
  const after = samples.filter(({ answered }) => answered >= warm.answered)
  const documents = end.documents - warm.documents
  const grown = end.cloudHeld - warm.cloudHeld
  const cloudFlat = grown <= documents * BYTES_PER_DOCUMENT + SLACK_BYTES
  const workersFlat = end.workerRss <= warm.workerRss + SLACK_BYTES
  return {
    flat: cloudFlat && workersFlat,
    bytesPerDocument: documents === 0 ? 0 : Math.round(grown / documents),
    workerSlope: slope(after, ({ workerRss }) => workerRss),
    cloudSlope: slope(after, ({ cloudRss }) => cloudRss),
    warm,
    end,
  }
}

/** Least squares, for a thousand answers. */
function slope(samples: readonly Held[], of: (held: Held) => number): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const at = mean(samples.map(({ answered }) => answered))
  const middle = mean(samples.map(of))
  let covariance = 0
  let variance = 0
  for (const sample of samples) {
    covariance += (sample.answered - at) * (of(sample) - middle)
    variance += (sample.answered - at) ** 2
  }
  return variance === 0 ? 0 : Math.round((covariance / variance) * 1000)
}
