import { type Builtin, fire, type Self, text } from './builtin'

/** A wheel that has not moved for so long has come to rest. */
const restMs = 120

const wheelsOf = (host: Element) => [
  ...host.querySelectorAll<HTMLElement>('wx-picker-view-column > .wxb-wheel'),
]
const rowOf = (wheel: HTMLElement) => (wheel.firstElementChild as HTMLElement | null)?.offsetHeight || 1

/** The built-in wheels inside a page; each column is a list that snaps to its rows. */
export const pickerView: Builtin = {
  properties: {
    value: { type: Array, value: [] },
    indicatorStyle: String,
    indicatorClass: String,
    maskStyle: String,
    maskClass: String,
    immediateChange: Boolean,
  },
  mount(self, host) {
    listen(self, host)
    return () => {
      const height = /height:\s*([^;]+)/.exec(text(self.data.indicatorStyle))?.[1]
      if (height) host.style.setProperty('--row', height)
      const value = self.data.value as number[]
      requestAnimationFrame(() => {
        for (const [column, wheel] of wheelsOf(host).entries())
          wheel.scrollTop = (value[column] ?? 0) * rowOf(wheel)
      })
    }
  },
}

function listen(self: Self, host: HTMLElement): void {
  let timer = 0
  const settle = () => {
    const value = wheelsOf(host).map((wheel) => Math.round(wheel.scrollTop / rowOf(wheel)))
    if (value.join() === (self.data.value as number[]).join()) return
    self.setData({ value })
    fire(self, 'change', { value })
  }
  const moved = () => {
    clearTimeout(timer)
    timer = window.setTimeout(settle, restMs)
  }
  host.addEventListener('scroll', moved, { capture: true })
}

export const pickerViewColumn: Builtin = { properties: {} }
