import { element } from './layers/layer'
import { call } from './lifecycle'
import type { Page } from './page'

/** How far the page must be pulled, and where it rests while it refreshes. */
const enough = 60
const rest = 50

const refreshing = new WeakMap<Page, () => void>()

/** Pulling a page down from its top asks it to refresh; three dots show until it says it has. */
export function listenForPull(page: Page): void {
  const { scroller, frame } = page
  frame.prepend(element('div', 'ph-pull', element('i', ''), element('i', ''), element('i', '')))
  let start: number | undefined
  let pulled = 0
  scroller.addEventListener('touchstart', (event) => {
    start = scroller.scrollTop <= 0 && !refreshing.has(page) ? event.touches[0]?.clientY : undefined
    pulled = 0
  })
  scroller.addEventListener(
    'touchmove',
    (event) => {
      if (start === undefined) return
      const moved = (event.touches[0]?.clientY ?? start) - start
      if (moved <= 0 && pulled === 0) return
      if (event.cancelable) event.preventDefault()
      pulled = Math.max(moved, 0) / 2
      move(scroller, pulled, false)
    },
    { passive: false },
  )
  const lift = () => {
    if (start === undefined) return
    start = undefined
    if (pulled >= enough) startRefresh(page)
    else move(scroller, 0, true)
  }
  scroller.addEventListener('touchend', lift)
  scroller.addEventListener('touchcancel', lift)
}

export function startRefresh(page: Page): void {
  if (refreshing.has(page)) return
  refreshing.set(page, () => move(page.scroller, 0, true))
  move(page.scroller, rest, true)
  page.frame.classList.add('ph-refreshing')
  call(page.caller, 'onPullDownRefresh')
}

export function stopRefresh(page: Page): void {
  refreshing.get(page)?.()
  refreshing.delete(page)
  page.frame.classList.remove('ph-refreshing')
}

/** A transform would turn the page's fixed elements into absolute ones, so it is gone when the page is at rest. */
function move(scroller: HTMLElement, pixels: number, animated: boolean): void {
  scroller.style.transition = animated ? 'transform .2s' : ''
  scroller.style.transform = pixels > 0 ? `translateY(${pixels}px)` : ''
}
