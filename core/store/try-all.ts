/** Everything is tried to its end; then the first that failed is thrown. One poisoned document stops nobody else. F8. */
export async function tryAll(works: readonly Promise<unknown>[]): Promise<void> {
  const results = await Promise.allSettled(works)
  const failed = results.find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
}
