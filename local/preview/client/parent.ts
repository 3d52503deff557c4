type Message = Record<string, unknown> & { type: string }

/** How long the embedding page may take to answer before the phone goes on without it. */
const patienceMs = 2_000

const isEmbedded = () => window.parent !== window

export function tellParent(message: Message): void {
  if (isEmbedded()) window.parent.postMessage(message, location.origin)
}

/** Hears the embedding page and nobody else. */
export function listenToParent(hear: (message: Message) => void): () => void {
  const listener = (event: MessageEvent) => {
    const { data } = event as { data: unknown }
    if (event.source !== window.parent || event.origin !== location.origin) return
    if (typeof data === 'object' && data !== null && 'type' in data) hear(data as Message)
  }
  window.addEventListener('message', listener)
  return () => window.removeEventListener('message', listener)
}

/** Asks the embedding page and waits for the answer with the same id; undefined when there is nobody or no answer. */
export function askParent(question: Message, answerType: string): Promise<Message | undefined> {
  if (!isEmbedded()) return Promise.resolve(undefined)
  const id = crypto.randomUUID()
  return new Promise((resolve) => {
    const finish = (answer: Message | undefined) => {
      clearTimeout(timer)
      stop()
      resolve(answer)
    }
    const timer = setTimeout(() => finish(undefined), patienceMs)
    const stop = listenToParent((message) => {
      if (message.type === answerType && message.id === id) finish(message)
    })
    tellParent({ ...question, id })
  })
}
