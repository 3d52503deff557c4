type Listener = (...values: unknown[]) => void

/** One end of the channel between a page and the page that opened it. What is sent before anyone listens waits. */
export class EventChannel {
  private readonly listeners = new Map<string, Listener[]>()
  private readonly waiting = new Map<string, unknown[][]>()
  private peer: EventChannel | undefined

  static pair(): [EventChannel, EventChannel] {
    const [one, other] = [new EventChannel(), new EventChannel()]
    one.peer = other
    other.peer = one
    return [one, other]
  }

  on(name: string, listener: Listener): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener])
    const waiting = this.waiting.get(name) ?? []
    this.waiting.delete(name)
    for (const values of waiting) listener(...values)
  }

  once(name: string, listener: Listener): void {
    const first: Listener = (...values) => {
      this.off(name, first)
      listener(...values)
    }
    this.on(name, first)
  }

  off(name: string, listener?: Listener): void {
    this.listeners.set(
      name,
      listener ? (this.listeners.get(name) ?? []).filter((each) => each !== listener) : [],
    )
  }

  emit(name: string, ...values: unknown[]): void {
    this.peer?.receive(name, values)
  }

  private receive(name: string, values: unknown[]): void {
    const listeners = this.listeners.get(name) ?? []
    if (listeners.length === 0) this.waiting.set(name, [...(this.waiting.get(name) ?? []), values])
    for (const listener of listeners) listener(...values)
  }
}
