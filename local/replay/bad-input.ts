const MOST_SHOWN = 20

/** What was given cannot be used. Nothing has been sent. Ends the program with 2. */
export class BadInput extends Error {
  constructor(readonly problems: readonly string[]) {
    const shown = problems.slice(0, MOST_SHOWN)
    const more = problems.length - shown.length
    super([...shown, ...(more > 0 ? [`… and ${more} more`] : [])].join('\n'))
  }
}
