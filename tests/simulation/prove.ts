import { bundle, type Mutant } from './bundle'
import { Crew } from './crew'
import { mutants } from './mutants'

/** Break the product in every known way; each must be seen. False when one is not. */
export async function prove(workers: number, say: (line: string) => void): Promise<boolean> {
  let missed = 0
  for (const mutant of mutants) {
    const seed = await catchMutant(mutant, workers)
    if (seed === null) missed += 1
    const outcome = seed === null ? `NOT caught within ${mutant.within}` : `caught: ${seed}`
    say(`${seed === null ? '✗' : '✓'} ${mutant.name}: ${outcome}`)
  }
  return missed === 0
}

/** How it was caught, by the first seed of those that saw it; null when it was not. */
export async function catchMutant(mutant: Mutant, workers: number): Promise<string | null> {
  const crew = new Crew(await bundle(mutant), workers)
  try {
    const { failures } = await crew.histories(1, mutant.within, 1)
    const [first] = failures
    return first === undefined ? null : `seed ${first.seed}, ${first.violations[0]?.slice(0, 120)}`
  } finally {
    await crew.dismiss()
  }
}
