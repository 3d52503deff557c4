import { Presets, SingleBar } from 'cli-progress'
import type { Rate } from './measure-rate'

export interface ProgressShown {
  step(day: string, receipts: number): void
  stop(): void
}

const LINE_EVERY_MS = 15_000

/** How far we are, on stderr: a bar for a person, now and then a line for a log. */
export function showProgress(total: number, done: number, rate: Rate): ProgressShown {
  return process.stderr.isTTY ? showBar(total, done, rate) : showLines(total, done, rate)
}

function showBar(total: number, done: number, rate: Rate): ProgressShown {
  const format = '{day} {bar} {value}/{total} receipts · {rate}/s · {eta_formatted} left'
  const bar = new SingleBar({ format, hideCursor: true, etaBuffer: 500, fps: 5 }, Presets.shades_classic)
  bar.start(total, done, { day: '', rate: 0 })
  let value = done
  return {
    step: (day, receipts) => {
      value += receipts
      bar.update(value, { day, rate: Math.round(rate.perSecond()) })
    },
    stop: () => bar.stop(),
  }
}

function showLines(total: number, done: number, rate: Rate): ProgressShown {
  let value = done
  let next = performance.now() + LINE_EVERY_MS
  return {
    step: (day, receipts) => {
      value += receipts
      if (performance.now() < next) return
      next = performance.now() + LINE_EVERY_MS
      console.error(`${day}  ${value}/${total} receipts  ${Math.round(rate.perSecond())}/s`)
    },
    stop: () => undefined,
  }
}
