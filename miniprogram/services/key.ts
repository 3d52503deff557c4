/** A fresh idempotency key: a version 4 uuid, from the phone's secure random numbers where it has them. */
export async function newKey(): Promise<string> {
  return uuidFrom(await randomBytes())
}

/** Sixteen bytes as a version 4 uuid: `xxxxxxxx-xxxx-4xxx-[89ab]xxx-xxxxxxxxxxxx`. */
export function uuidFrom(bytes: Uint8Array): string {
  const marked = Uint8Array.from(bytes)
  marked[6] = ((marked[6] ?? 0) & 0x0f) | 0x40
  marked[8] = ((marked[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(marked, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [8, 12, 16, 20, 32].map((end, i) => hex.slice([0, 8, 12, 16, 20][i], end)).join('-')
}

async function randomBytes(): Promise<Uint8Array> {
  if (!wx.canIUse('getRandomValues')) return weakBytes()
  try {
    const { randomValues } = await wx.getRandomValues({ length: 16 })
    return new Uint8Array(randomValues)
  } catch (error) {
    console.warn('secure random numbers are not available', error)
    return weakBytes()
  }
}

/** A key must be unlikely to meet another of the same member, not hard to guess: Math.random will do. */
function weakBytes(): Uint8Array {
  return Uint8Array.from({ length: 16 }, () => Math.floor(Math.random() * 256))
}

/**
 * Keeps the key of one command. It is made before asking, sent again as long as nobody knows whether the
 * command was done, and replaced when the form changes or the reply was definite.
 */
export function keepKey() {
  let kept: { form: string; key: Promise<string> } | undefined
  return {
    /** Two taps in the same instant get the same key: the promise is kept, not its value. */
    keyFor(form: object): Promise<string> {
      const text = JSON.stringify(form)
      if (kept?.form !== text) kept = { form: text, key: newKey() }
      return kept.key
    },
    /** The reply was definite: the next tap is a new command. */
    settle(): void {
      kept = undefined
    },
  }
}
