/** Work through all items, so many at the same time, in the order given. The first failure ends it. */
export async function runAbreast<T>(
  items: readonly T[],
  abreast: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items.values()
  const walk = async () => {
    for (const item of waiting) await work(item)
  }
  await Promise.all(Array.from({ length: abreast }, walk))
}
