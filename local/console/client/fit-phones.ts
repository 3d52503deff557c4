import { find } from './make-element'

/** A screen of 375 × 760 with a frame around. */
const DEVICE = { width: 399, height: 784 }
const CAPTION = 46
const GAP = 28
/** On a wall-sized screen a phone stays a phone. */
const LARGEST = 1.25

/** Three phones side by side fill the stage whatever its size; they are drawn smaller, never re-flowed. */
export function fitPhones(): void {
  const stage = find('stage')
  new ResizeObserver(([entry]) => {
    if (!entry) return
    const { width, height } = entry.contentRect
    const scale = Math.min((width - 2 * GAP) / 3 / DEVICE.width, (height - CAPTION) / DEVICE.height, LARGEST)
    stage.style.setProperty('--scale', scale.toFixed(4))
  }).observe(stage)
}
