/** Everything is tried to its end; then the first that failed is thrown. One poisoned document stops nobody else. F8. */
export async function tryAll(works: readonly Promise<unknown>[]): Promise<void> {
  throwFirst(await Promise.allSettled(works))
}

/** The same for many, a few at a time. */
export async function tryEach<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  throwFirst(await attemptEach(items, work))
}

/** The platform gives a database 20 connections unless more are bought; phones want some of them as well. */
const ABREAST = 16

/** What came of each, in their order, so many under way at the same time. */
export async function attemptEach<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
): Promise<PromiseSettledResult<unknown>[]> {
  const results: PromiseSettledResult<unknown>[] = []
  const waiting = items.entries()
  const walk = async () => {
    for (const [index, item] of waiting) [results[index]] = await Promise.allSettled([work(item)])
  }
  await Promise.all(Array.from({ length: ABREAST }, walk))
  return results
}

function throwFirst(results: readonly PromiseSettledResult<unknown>[]): void {
  const failed = results.find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
}
