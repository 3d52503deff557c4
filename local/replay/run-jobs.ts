import type { BusinessDay } from '../../core/contract'
import type { Cloud } from '../cloud/start-cloud'
import { tryAgain } from './try-again'

/** A little after the cut-over, when a business day has just begun. */
export const morningOf = (day: BusinessDay): Date => new Date(`${day}T04:05:00+08:00`)

interface Answer {
  result?: { ok: boolean }
}

/** Set the cloud's clock and let its timer fire once; the audit is put off until the last day. */
export async function runJobs({ clock, url }: Cloud, at: Date, audit: 'due' | 'later'): Promise<void> {
  clock.set(at.getTime(), true)
  const fire = async () => {
    const response = await fetch(`${url}/local/timers/jobs`, {
      method: 'POST',
      body: JSON.stringify({ audit }),
    })
    return (await response.json()) as Answer
  }
  const { result } = await tryAgain(fire, (answer) => answer.result?.ok !== true)
  if (result?.ok !== true)
    throw new Error(`the jobs failed on ${at.toISOString()}: ${JSON.stringify(result)}`)
}
