/** Something the cloud was asked to send to a person. */
export interface Message {
  at: string
  kind: string
  touser?: string
  templateId?: string
  data?: unknown
  [more: string]: unknown
}

const KEPT = 1000

/** What was sent, oldest first; any service played here may append. */
export class Messages {
  #sent: Message[] = []

  add(message: Message) {
    this.#sent.push(message)
    if (this.#sent.length > KEPT) this.#sent.shift()
  }

  list(): Message[] {
    return [...this.#sent]
  }
}
