import { bundle, type Mutant } from './bundle'
import { Crew } from './crew'
import { mutants } from './mutants'

/**
 * Break the product in every known way, or in those whose names hold a word; each must be seen, by a
 * history that the sound product passes. Says a table, a row as each is known; false when one is not seen.
 */
export async function prove(workers: number, word: string, say: (line: string) => void): Promise<boolean> {
  const sound = new Crew(await bundle(), 1)
  let missed = 0
  say('| fault | histories about | within | seen by seed | as |\n|---|---|---|---|---|')
  try {
    for (const mutant of mutants.filter(({ name }) => name.includes(word))) {
      const caught = await catchMutant(mutant, workers, sound)
      if (caught === null) missed += 1
      const { name, theme = 'whatever comes', within } = mutant
      say(`| ${name} | ${theme} | ${within} | ${caught?.seed ?? '**not seen**'} | ${caught?.by ?? ''} |`)
    }
  } finally {
    await sound.dismiss()
  }
  return missed === 0
}

/** By which seed it was caught, and which rule was broken; null when it was not. Throws where the sound product fails there, too. */
export async function catchMutant(
  mutant: Mutant,
  workers: number,
  sound: Crew,
): Promise<{ seed: number; by: string } | null> {
  const crew = new Crew(await bundle(mutant), workers)
  const { theme, within } = mutant
  try {
    const { failures } = await crew.histories(1, within, { enough: 1, theme })
    const [first] = failures
    if (first === undefined) return null
    const control = await sound.histories(first.seed, 1, { theme })
    const [unsound] = control.failures
    if (unsound !== undefined)
      throw new Error(`seed ${unsound.seed} fails without "${mutant.name}", too: ${unsound.violations[0]}`)
    return { seed: first.seed, by: first.violations[0]?.split(': ')[0] ?? '' }
  } finally {
    await crew.dismiss()
  }
}
