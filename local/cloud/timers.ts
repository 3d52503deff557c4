import { Cron } from 'croner'
import type { Clock } from './clock'
import type { CloudbaseConfig, FunctionConfig } from './cloudbaserc'
import { CloudError } from './engine/cloud-error'
import type { Doc } from './engine/document'
import type { FunctionHost } from './functions/function-host'
import type { Log } from './log-line'

interface Timer {
  function: string
  name: string
  cron: Cron
  /** The instant after which the next firing is looked for. */
  since: number
}

/** As the platform takes them: one for a function, seven fields. Throws with words what it would refuse. */
function readTimers({ name, triggers = [] }: FunctionConfig, since: number): Timer[] {
  const timers = triggers.filter(({ type }) => type === 'timer')
  if (timers.length > 1)
    throw new Error(`${name} has ${timers.length} timers, and a function has one at most`)
  return timers.map(({ name: trigger, config }) => {
    if (config.trim().split(/\s+/).length !== 7)
      throw new Error(`the timer of ${name} has not seven fields (second to year): ${config}`)
    const cron = new Cron(config, { timezone: 'Asia/Shanghai', paused: true })
    return { function: name, name: trigger, cron, since }
  })
}

export function checkTimers({ functions }: CloudbaseConfig) {
  for (const each of functions) readTimers(each, 0)
}

export interface TimersSettings {
  config: CloudbaseConfig
  host: FunctionHost
  clock: Clock
  log: Log
  automatic: boolean
}

/** Timer triggers by the cloud's clock: seven fields, UTC+8. A clock moved far ahead fires each timer once. */
export class Timers {
  readonly #timers: Timer[]
  readonly #tick: NodeJS.Timeout | undefined
  readonly #running = new Set<Promise<void>>()

  constructor(readonly settings: TimersSettings) {
    const since = settings.clock.now()
    this.#timers = settings.config.functions.flatMap((each) => readTimers(each, since))
    if (!settings.automatic || this.#timers.length === 0) return
    this.#tick = setInterval(() => this.#fireDue(), 500).unref()
    settings.clock.onMove(() => this.#fireDue())
  }

  #fireDue() {
    const now = this.settings.clock.now()
    for (const timer of this.#timers) {
      // A clock set back: what lies ahead of it again is due again.
      if (timer.since > now) timer.since = now
      const due = timer.cron.nextRun(new Date(timer.since))
      if (!due || due.getTime() > now) continue
      timer.since = now
      const running = this.#run(timer).then(
        () => undefined,
        (error: Error) =>
          this.settings.log({ source: timer.function, stream: 'stderr', text: error.message }),
      )
      this.#running.add(running)
      void running.finally(() => this.#running.delete(running))
    }
  }

  /** Fires the timer of a function now, with `more` in its event, and hands back what it answered. */
  async fire(name: string, more: Doc = {}): Promise<unknown> {
    const timer = this.#timers.find((one) => one.function === name)
    if (!timer) throw new CloudError('FUNCTION_NOT_FOUND', `no timer triggers a function called ${name}`)
    return this.#run(timer, more)
  }

  async #run(timer: Timer, more: Doc = {}): Promise<unknown> {
    const Time = new Date(this.settings.clock.now()).toISOString().replace(/\.\d+Z$/, 'Z')
    const event = { Type: 'Timer', TriggerName: timer.name, Time, Message: '', ...more }
    const result = await this.settings.host.invoke(timer.function, JSON.stringify(event), {
      trigger: 'timer',
    })
    return JSON.parse(result) as unknown
  }

  async close() {
    clearInterval(this.#tick)
    await Promise.all(this.#running)
  }
}
