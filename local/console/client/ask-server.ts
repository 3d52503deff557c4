import { find } from './make-element'

/** Asks the server of this page; whatever is not an answer is thrown as words. */
export async function askServer<T>(path: string, method = 'GET', body?: unknown): Promise<T> {
  const init: RequestInit =
    body === undefined
      ? { method }
      : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(path, init)
  const text = await response.text()
  if (!response.ok) throw new Refused(`${method} ${path}: ${response.status} ${text.slice(0, 200)}`)
  return (text ? JSON.parse(text) : undefined) as T
}

/** The server answered, and said no. Anything else that goes wrong is a server that does not answer. */
class Refused extends Error {}

/** Runs work started by a click or a timer. When it fails, the page says so until something succeeds again. */
export function attempt(work: () => Promise<void>): void {
  const trouble = find('trouble')
  work().then(
    () => {
      trouble.hidden = true
    },
    (error: unknown) => {
      trouble.hidden = false
      trouble.textContent = error instanceof Refused ? '本地云没有办成' : '本地云暂时没有应答'
      trouble.title = error instanceof Error ? error.message : String(error)
    },
  )
}
