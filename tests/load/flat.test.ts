import { judgeMemory } from './flat'
import type { Held } from './memory'

const MIB = 1024 * 1024

/** A dinner of twelve looks, during which the cloud grows by so much for each document, and a worker for each answer. */
const dinner = (bytesPerDocument: number, workerGrowth: number): Held[] =>
  Array.from({ length: 12 }, (_, n) => ({
    answered: n * 10_000,
    documents: n * 10_000,
    cloudHeld: 60 * MIB + n * 10_000 * bytesPerDocument,
    cloudRss: 200 * MIB,
    workers: 20,
    workerRss: 70 * MIB + n * 10_000 * workerGrowth,
    largestWorkerRss: 90 * MIB,
  }))

test.each([
  ['a cloud that keeps its documents', 2_000, 0, true],
  ['a cloud that keeps every request beside them', 9_000, 0, false],
  ['workers that keep nothing', 0, 0, true],
  ['workers that keep a kilobyte of every answer', 0, 1024, false],
])('%s', (_name, bytesPerDocument, workerGrowth, flat) => {
  expect(judgeMemory(dinner(bytesPerDocument, workerGrowth))).toMatchObject({
    flat,
    bytesPerDocument,
    workerSlope: workerGrowth * 1000,
    cloudSlope: 0,
  })
})
