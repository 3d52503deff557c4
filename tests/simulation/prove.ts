import { bundle, type Mutant } from './bundle'
import { Crew } from './crew'
import { mutants } from './mutants'

/**
 * Break the product in every known way; each must be seen, by a history that the sound product
 * passes. False when one is not.
 */
export async function prove(workers: number, say: (line: string) => void): Promise<boolean> {
  const sound = new Crew(await bundle(), 1)
  let missed = 0
  try {
    for (const mutant of mutants) {
      const caught = await catchMutant(mutant, workers, sound)
      if (caught === null) missed += 1
      const outcome =
        caught === null ? `NOT caught within ${mutant.within}` : `seed ${caught.seed}, ${caught.by}`
      say(`${caught === null ? '✗' : '✓'} ${mutant.name}: ${outcome}`)
    }
  } finally {
    await sound.dismiss()
  }
  return missed === 0
}

/** By which seed it was caught, and how; null when it was not. */
export async function catchMutant(
  mutant: Mutant,
  workers: number,
  sound: Crew,
): Promise<{ seed: number; by: string } | null> {
  const crew = new Crew(await bundle(mutant), workers)
  try {
    const { failures } = await crew.histories(1, mutant.within, 1)
    const [first] = failures
    if (first === undefined) return null
    const control = await sound.histories(first.seed, 1)
    return control.failures.length > 0
      ? null
      : { seed: first.seed, by: first.violations[0]?.split('\n')[0]?.slice(0, 120) ?? '' }
  } finally {
    await crew.dismiss()
  }
}
