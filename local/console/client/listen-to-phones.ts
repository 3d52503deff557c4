export const roles = ['diner', 'cashier', 'manager'] as const
export type Role = (typeof roles)[number]

/** What a phone tells us. */
export type Told =
  | { type: 'phone'; phone: Role; event: 'page'; path: string }
  | { type: 'phone'; phone: Role; event: 'request'; name: string; procedure: string; state: 'start' }
  | ({ type: 'phone'; phone: Role; event: 'request'; state: 'end' } & Answered)
  | { type: 'scan-request'; phone: Role; id: string }
  | { type: 'codes'; id: string; codes: string[] }

export interface Answered {
  name: string
  procedure: string
  ms: number
  ok: boolean
}

/** What we tell a phone. */
export type Tell =
  | { type: 'navigate'; path: string }
  | { type: 'read-codes'; id: string }
  | { type: 'scan-offers'; id: string; offers: { label: string; text: string }[] }

type Listener = (role: Role, told: Told) => void
const listeners: Listener[] = []
const screens = new Map<Role, HTMLIFrameElement>()

export const screenOf = (role: Role) => screens.get(role)

export function addScreen(role: Role, screen: HTMLIFrameElement): void {
  screens.set(role, screen)
}

export function tell(role: Role, words: Tell): void {
  screens.get(role)?.contentWindow?.postMessage(words, location.origin)
}

export function onTold(listener: Listener): void {
  listeners.push(listener)
}

/** Only our own phones are heard, and each is known by its window, not by what it says it is. */
export function listenToPhones(): void {
  window.addEventListener('message', ({ source, origin, data }) => {
    if (origin !== location.origin) return
    const role = roles.find((each) => screens.get(each)?.contentWindow === source)
    if (!role || typeof data?.type !== 'string') return
    for (const listener of listeners) listener(role, data as Told)
  })
}
