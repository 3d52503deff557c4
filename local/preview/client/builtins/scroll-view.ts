import { amount, type Builtin, fire, flag, type Self, text } from './builtin'

/** Two events at the end of a list closer than this are one. */
const quietMs = 200

/** The element that scrolls is inside, so that padding and flex of the page's own class apply to the outside. */
const scrollerOf = (host: Element) => host.querySelector(':scope > .wxb-scroll') as HTMLElement

export const scrollView: Builtin = {
  properties: {
    scrollX: Boolean,
    scrollY: Boolean,
    scrollTop: null,
    scrollLeft: null,
    scrollIntoView: String,
    scrollWithAnimation: Boolean,
    enableFlex: Boolean,
    showScrollbar: Boolean,
    lowerThreshold: { type: null, value: 50 },
    upperThreshold: { type: null, value: 50 },
    refresherEnabled: Boolean,
    refresherTriggered: Boolean,
    scrollAnchoring: Boolean,
    enablePassive: Boolean,
    type: String,
  },
  mount(self, host) {
    const scroller = scrollerOf(host)
    listen(self, scroller)
    const shown: Record<string, unknown> = {}
    const changed = (name: string) => {
      const value = self.data[name]
      if (shown[name] === value) return false
      shown[name] = value
      return true
    }
    return () => {
      host.toggleAttribute('scroll-x', flag(self.data.scrollX))
      host.toggleAttribute('scroll-y', flag(self.data.scrollY))
      host.toggleAttribute('enable-flex', flag(self.data.enableFlex))
      const behavior = self.data.scrollWithAnimation ? 'smooth' : 'auto'
      if (changed('scrollTop') && text(self.data.scrollTop))
        scroller.scrollTo({ top: amount(self.data.scrollTop), behavior })
      if (changed('scrollLeft') && text(self.data.scrollLeft))
        scroller.scrollTo({ left: amount(self.data.scrollLeft), behavior })
      const id = text(self.data.scrollIntoView)
      if (changed('scrollIntoView') && id)
        setTimeout(
          () => host.querySelector(`[data-wx-id="${id}"]`)?.scrollIntoView({ behavior, block: 'nearest' }),
          0,
        )
    }
  },
}

function listen(self: Self, scroller: HTMLElement): void {
  let last = { top: 0, left: 0, told: 0 }
  scroller.addEventListener('scroll', (event) => {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = scroller
    const [deltaX, deltaY] = [last.left - scrollLeft, last.top - scrollTop]
    fire(self, 'scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX, deltaY })
    const direction = findEnd(self, scroller, deltaX, deltaY)
    const tell = direction !== undefined && event.timeStamp - last.told > quietMs
    if (tell)
      fire(self, direction === 'top' || direction === 'left' ? 'scrolltoupper' : 'scrolltolower', {
        direction,
      })
    last = { top: scrollTop, left: scrollLeft, told: tell ? event.timeStamp : last.told }
  })
}

function findEnd(self: Self, scroller: HTMLElement, deltaX: number, deltaY: number) {
  const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = scroller
  const [lower, upper] = [amount(self.data.lowerThreshold), amount(self.data.upperThreshold)]
  if (deltaY < 0 && scrollTop + clientHeight >= scrollHeight - lower) return 'bottom'
  if (deltaX < 0 && scrollLeft + clientWidth >= scrollWidth - lower) return 'right'
  if (deltaY > 0 && scrollTop <= upper) return 'top'
  if (deltaX > 0 && scrollLeft <= upper) return 'left'
  return undefined
}
