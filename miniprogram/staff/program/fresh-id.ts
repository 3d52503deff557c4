let made = 0

/** A name for something new, which nothing that was ever there has had: what is taken away does not come back as something else. */
export function freshId(): string {
  made += 1
  return `n${Date.now().toString(36)}-${made}`
}
