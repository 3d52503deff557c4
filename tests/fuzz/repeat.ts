import { inspect } from 'node:util'
import fc from 'fast-check'

/** Other seeds and more cases than `npm test` has time for: `FUZZ_SEED=7 FUZZ_RUNS=5000 npx jest tests/fuzz`. */
const SEED = Number(process.env.FUZZ_SEED ?? 1)

/** Try a property on many cases; the shortest that fails is told, and how to see it again. */
export async function tryOut<T>(
  cases: fc.Arbitrary<T>,
  usual: number,
  verdict: (one: T) => Promise<string | null>,
): Promise<void> {
  const numRuns = Number(process.env.FUZZ_RUNS ?? usual)
  const property = fc.asyncProperty(cases, async (one) => {
    const wrong = await verdict(one)
    if (wrong !== null) throw new Error(wrong)
  })
  const run = await fc.check(property, { seed: SEED, numRuns })
  if (!run.failed) return
  const [shortest] = run.counterexample ?? []
  const shown = inspect(shortest, { depth: 6, maxStringLength: 300, maxArrayLength: 10 })
  const again = `FUZZ_SEED=${SEED} FUZZ_RUNS=${numRuns} npx jest tests/fuzz -t '${expect.getState().currentTestName}'`
  throw new Error(`${(run.errorInstance as Error).message}\n\n${shown}\n\nonce more: ${again}`)
}
