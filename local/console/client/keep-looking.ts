import { attempt } from './ask-server'

const LOOK_MS = 3000

/** Draws a list now and again, as long as somebody can see it. */
export function keepLooking(list: HTMLElement, refresh: () => Promise<void>): void {
  attempt(refresh)
  setInterval(() => {
    if (!document.hidden && !list.hidden) attempt(refresh)
  }, LOOK_MS)
}
