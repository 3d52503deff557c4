interface Timing {
  duration: number
  timingFunction: string
  delay: number
}
type Animation = Record<string, (...values: unknown[]) => unknown>

const pixels = (value: unknown) => (typeof value === 'number' ? `${value}px` : String(value))
const plain = (value: unknown) => String(value)
const degrees = (value: unknown) => `${String(value)}deg`

const transforms: Record<string, (value: unknown) => string> = {
  translate: pixels,
  translateX: pixels,
  translateY: pixels,
  translateZ: pixels,
  translate3d: pixels,
  scale: plain,
  scaleX: plain,
  scaleY: plain,
  scale3d: plain,
  rotate: degrees,
  rotateX: degrees,
  rotateY: degrees,
  rotateZ: degrees,
  skew: degrees,
  skewX: degrees,
  skewY: degrees,
}
const styles: Record<string, (value: unknown) => string> = {
  opacity: plain,
  backgroundColor: plain,
  width: pixels,
  height: pixels,
  top: pixels,
  left: pixels,
  right: pixels,
  bottom: pixels,
}

/** Collects steps that the `animation` property of an element then plays. */
export function createAnimation(options: Partial<Timing> = {}): Animation {
  const timing: Timing = { duration: 400, timingFunction: 'linear', delay: 0, ...options }
  let steps: object[] = []
  const transform = new Map<string, string>()
  const style: Record<string, string> = {}
  const animation: Animation = {
    step(own) {
      const all = [...transform].map(([name, value]) => `${name}(${value})`).join(' ')
      steps.push({ ...timing, ...(own as Partial<Timing> | undefined), transform: all, styles: { ...style } })
      return animation
    },
    export() {
      const actions = steps
      steps = []
      return { actions }
    },
  }
  for (const [name, write] of Object.entries(transforms))
    animation[name] = (...values) => {
      transform.set(name, values.map(write).join(', '))
      return animation
    }
  for (const [name, write] of Object.entries(styles))
    animation[name] = (value) => {
      style[name] = write(value)
      return animation
    }
  return animation
}
