import { amount, type Builtin, fire, flag, type Self, text } from './builtin'

/** A finger that moves less than this was not a swipe. */
const swipePixels = 40

const timers = new WeakMap<Self, number>()
const positions = new WeakMap<Self, number>()

export const swiper: Builtin = {
  properties: {
    current: { type: Number, value: 0 },
    autoplay: Boolean,
    interval: { type: Number, value: 5000 },
    duration: { type: Number, value: 500 },
    circular: Boolean,
    vertical: Boolean,
    indicatorDots: Boolean,
    indicatorColor: { type: String, value: 'rgba(0, 0, 0, .3)' },
    indicatorActiveColor: { type: String, value: '#000000' },
    previousMargin: String,
    nextMargin: String,
    displayMultipleItems: { type: Number, value: 1 },
    easingFunction: String,
    snapToEdge: Boolean,
  },
  mount(self, host) {
    const dots = document.createElement('div')
    dots.className = 'wxb-dots'
    host.append(dots)
    const go = (to: number, source: string) => moveTo(self, host, to, source)
    listenForSwipes(self, host, go)
    // Slides arrive with the template, after the swiper itself is attached.
    new MutationObserver(() => draw(self, host)).observe(trackOf(host), { childList: true })
    return () => {
      positions.set(self, amount(self.data.current))
      restartAutoplay(self, host, go)
      draw(self, host)
    }
  },
  unmount(self) {
    clearInterval(timers.get(self))
  },
}

const trackOf = (host: Element) => host.querySelector(':scope > .wxb-swiper > .wxb-track') as HTMLElement
const countOf = (host: Element) => trackOf(host).querySelectorAll(':scope > wx-swiper-item').length

function moveTo(self: Self, host: HTMLElement, to: number, source: string): void {
  const count = countOf(host)
  if (count === 0) return
  const wrapped = flag(self.data.circular) ? (to + count) % count : Math.min(Math.max(to, 0), count - 1)
  if (wrapped === positions.get(self)) return
  self.setData({ current: wrapped })
  fire(self, 'change', { current: wrapped, source, currentItemId: '' })
}

function draw(self: Self, host: HTMLElement): void {
  const { data } = self
  const current = positions.get(self) ?? 0
  const track = trackOf(host)
  const vertical = flag(data.vertical)
  track.style.flexDirection = vertical ? 'column' : 'row'
  track.style.transitionDuration = `${amount(data.duration)}ms`
  track.style.transform = `translate${vertical ? 'Y' : 'X'}(${-100 * current}%)`
  const dots = Array.from({ length: data.indicatorDots ? countOf(host) : 0 }, (_, index) => {
    const dot = document.createElement('i')
    dot.style.background = text(index === current ? data.indicatorActiveColor : data.indicatorColor)
    return dot
  })
  host.querySelector(':scope > .wxb-dots')?.replaceChildren(...dots)
}

function listenForSwipes(self: Self, host: HTMLElement, go: (to: number, source: string) => void): void {
  let start = { x: 0, y: 0 }
  const at = (event: TouchEvent) => event.changedTouches[0] ?? { clientX: 0, clientY: 0 }
  host.addEventListener(
    'touchstart',
    (event) => {
      start = { x: at(event).clientX, y: at(event).clientY }
    },
    { passive: true },
  )
  host.addEventListener(
    'touchend',
    (event) => {
      const moved = self.data.vertical ? at(event).clientY - start.y : at(event).clientX - start.x
      if (Math.abs(moved) > swipePixels) go((positions.get(self) ?? 0) + (moved < 0 ? 1 : -1), 'touch')
    },
    { passive: true },
  )
}

function restartAutoplay(self: Self, host: HTMLElement, go: (to: number, source: string) => void): void {
  clearInterval(timers.get(self))
  if (!self.data.autoplay) return
  const next = () => {
    const to = (positions.get(self) ?? 0) + 1
    go(to >= countOf(host) ? 0 : to, 'autoplay')
  }
  timers.set(self, window.setInterval(next, amount(self.data.interval)))
}
