/** What one contender made of one kind of work. */
export interface Result {
  contender: string
  work: string
  asked: number
  abreast: number
  /** Answered as they should be: done, or refused for a reason of the business. */
  done: number
  refused: number
  /** Everything else: no answer, an error, "try again". */
  failed: number
  perSecond: number
  p50: number
  p99: number
  anomalies: Anomalies
}

export interface Anomalies {
  /** Orders credited more than once: credits beyond one for each. */
  creditsBeyondOne: number
  /** Codes issued beyond what was in stock. */
  codesBeyondStock: number
  /** Members whose balance is not the sum of their ledger. */
  balancesOff: number
}

export type Outcome = 'done' | 'refused' | 'failed'

/** What every contender is asked to do. Each work is over before the next begins. */
export interface Contender {
  name: string
  works: Partial<Record<WorkName, Work>>
  /** What is wrong in its books by now. */
  anomalies(): Promise<Anomalies>
  close(): Promise<void>
}

/** Asks one question, by its number. */
export type Work = (number: number) => Promise<Outcome>

export const MEMBERS = 300
export const STOCK = 50

/** How often each is asked, and how many ask at the same time. */
export const WORKS = {
  /** A bill settled by a cashier. */
  'earn at the desk': { asked: 200, abreast: 8 },
  /** One order in one request of the till. */
  'earn at the till': { asked: 200, abreast: 8 },
  /** Each of 500 orders twice, one delivery right behind the other. */
  'every order twice': { asked: 1000, abreast: 32 },
  /** Everybody wants the one reward of which there are 50. */
  'hot item': { asked: MEMBERS, abreast: 32 },
}
export type WorkName = keyof typeof WORKS

export const MOST_ABREAST = 32

/** One work after the other, each with the anomalies that it added. */
export async function contest({ name, works, anomalies }: Contender): Promise<Result[]> {
  const results: Result[] = []
  let before = await anomalies()
  for (const [work, { asked, abreast }] of Object.entries(WORKS)) {
    const ask = works[work as WorkName]
    if (ask === undefined) continue
    const measured = await measure(asked, abreast, ask)
    const after = await anomalies()
    results.push({
      contender: name,
      work,
      asked,
      abreast,
      ...measured,
      anomalies: added(before, after),
    })
    before = after
  }
  return results
}

const added = (before: Anomalies, after: Anomalies): Anomalies => ({
  creditsBeyondOne: after.creditsBeyondOne - before.creditsBeyondOne,
  codesBeyondStock: after.codesBeyondStock - before.codesBeyondStock,
  balancesOff: after.balancesOff - before.balancesOff,
})

async function measure(asked: number, abreast: number, ask: Work) {
  const taken: number[] = []
  const counts: Record<Outcome, number> = { done: 0, refused: 0, failed: 0 }
  let next = 0
  const walk = async () => {
    while (next < asked) {
      const began = performance.now()
      counts[await ask(next++)] += 1
      taken.push(performance.now() - began)
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: abreast }, walk))
  const seconds = (performance.now() - started) / 1000
  taken.sort((one, other) => one - other)
  const at = (part: number) => Math.round((taken[Math.floor(part * (taken.length - 1))] ?? 0) * 10) / 10
  return { ...counts, perSecond: Math.round((asked / seconds) * 10) / 10, p50: at(0.5), p99: at(0.99) }
}

/** How many times as many a second as another. */
export function ratios(results: readonly Result[], to: string): Record<string, string | number>[] {
  return results
    .filter(({ contender }) => contender !== to)
    .flatMap((one) => {
      const own = results.find(({ contender, work }) => contender === to && work === one.work)
      if (own === undefined) return []
      const ratio = Math.round((one.perSecond / own.perSecond) * 100) / 100
      const verdict = ratio > 1 ? 'faster than the product' : 'not faster'
      const { creditsBeyondOne, codesBeyondStock, balancesOff } = one.anomalies
      const wrong = creditsBeyondOne + codesBeyondStock + balancesOff
      return [{ peer: one.contender, work: one.work, 'times the product': ratio, verdict, anomalies: wrong }]
    })
}
