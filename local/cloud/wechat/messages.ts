import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

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

/**
 * WeChat's side of messages: what each person has allowed, which it tells nobody, and what was
 * sent, oldest first. One tap allows one message of a template. What is allowed survives a restart
 * where there is a file to keep it in.
 */
export class Messages {
  #sent: Message[] = []
  readonly #allowed: Map<string, number>

  constructor(readonly file?: string) {
    const text = file !== undefined && existsSync(file) ? readFileSync(file, 'utf8') : '{}'
    this.#allowed = new Map(Object.entries(JSON.parse(text) as Record<string, number>))
  }

  /** He pressed "allow" in WeChat's dialog. */
  allow(openid: string, templateId: string) {
    this.#count(openid, templateId, 1)
  }

  allowed(openid: string, templateId: string): number {
    return this.#allowed.get(nameOf(openid, templateId)) ?? 0
  }

  /** False when he has allowed none. */
  deliver(message: Message & { touser: string; templateId: string }): boolean {
    const { touser, templateId } = message
    if (this.allowed(touser, templateId) < 1) return false
    this.#count(touser, templateId, -1)
    this.#sent.push(message)
    if (this.#sent.length > KEPT) this.#sent.shift()
    return true
  }

  list(): Message[] {
    return [...this.#sent]
  }

  #count(openid: string, templateId: string, by: number) {
    this.#allowed.set(nameOf(openid, templateId), this.allowed(openid, templateId) + by)
    if (this.file === undefined) return
    writeFileSync(`${this.file}.new`, JSON.stringify(Object.fromEntries(this.#allowed)), { mode: 0o600 })
    renameSync(`${this.file}.new`, this.file)
  }
}

const nameOf = (openid: string, templateId: string): string => `${openid} ${templateId}`
