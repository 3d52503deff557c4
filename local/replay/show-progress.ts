import { Presets, SingleBar } from 'cli-progress'

export interface ProgressShown {
  step(day: string, receipts: number): void
  stop(): void
}

const LINE_EVERY_MS = 15_000

/** How far we are, on stderr: a bar for a person, now and then a line for a log. */
export function showProgress(total: number, done: number): ProgressShown {
  return process.stderr.isTTY ? showBar(total, done) : showLines(total, done)
}

function showBar(total: number, done: number): ProgressShown {
  const format = '{day} {bar} {value}/{total} receipts · {rate}/s · {eta_formatted} left'
  const bar = new SingleBar({ format, hideCursor: true, etaBuffer: 500, fps: 5 }, Presets.shades_classic)
  const rate = measure(done)
  bar.start(total, done, { day: '', rate: 0 })
  let value = done
  return {
    step: (day, receipts) => {
      value += receipts
      bar.update(value, { day, rate: rate(value) })
    },
    stop: () => bar.stop(),
  }
}

function showLines(total: number, done: number): ProgressShown {
  const rate = measure(done)
  let value = done
  let next = performance.now() + LINE_EVERY_MS
  return {
    step: (day, receipts) => {
      value += receipts
      if (performance.now() < next) return
      next = performance.now() + LINE_EVERY_MS
      console.error(`${day}  ${value}/${total} receipts  ${rate(value)}/s`)
    },
    stop: () => undefined,
  }
}

function measure(done: number) {
  const started = performance.now()
  return (value: number) => Math.round((value - done) / ((performance.now() - started) / 1000))
}
