/**
 * Looks again and again while a page is in front: every `every` ms, for `during` ms in all. The next look
 * waits for the one before. Ends by itself, when `look` says that it has seen enough, or by the function
 * that is returned.
 */
export function watch(rhythm: { every: number; during: number }, look: () => Promise<boolean>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  let looksLeft = Math.floor(rhythm.during / rhythm.every)
  const next = () => {
    if (stopped || looksLeft === 0) return
    looksLeft -= 1
    timer = setTimeout(async () => {
      const enough = await look()
      if (!enough) next()
    }, rhythm.every)
  }
  next()
  return () => {
    stopped = true
    if (timer) clearTimeout(timer)
  }
}
