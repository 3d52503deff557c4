import type * as glassEasel from 'glass-easel'
import { flag, hostOf, type PropertyOption, type Self, text } from './builtin'

const aria = [
  'Role',
  'Label',
  'Hidden',
  'Disabled',
  'Checked',
  'Selected',
  'Controls',
  'Live',
  'Busy',
  'Labelledby',
  'Describedby',
  'Roledescription',
  'Valuemin',
  'Valuemax',
  'Valuenow',
  'Valuetext',
  'Modal',
  'Expanded',
  'Current',
  'Haspopup',
]
/** Properties that mean nothing on a screen like this one; without them the engine would warn at each use. */
const ignored = [
  'activityType',
  'entrancePath',
  'hoverStopPropagation',
  'lang',
  'needShowEntrance',
  'sessionFrom',
  'sendMessageTitle',
  'sendMessagePath',
  'sendMessageImg',
  'appParameter',
  'showMessageCard',
  'phoneNumberNoQuotaToast',
  'tabindex',
  'disabled',
  'enhanced',
  'bounces',
]

const ariaName = (name: string) => (name === 'Role' ? 'role' : `aria-${name.toLowerCase()}`)

export const commonProperties: Record<string, PropertyOption> = {
  hidden: Boolean,
  animation: null,
  ...Object.fromEntries([...aria.map((name) => `aria${name}`), ...ignored].map((name) => [name, null])),
}

/** Observers of the properties that every element has. */
export const commonObservers: Record<string, (this: Self, value: unknown) => void> = {
  hidden(value) {
    hostOf(this)?.toggleAttribute('hidden', flag(value))
  },
  animation(value) {
    playAnimation(hostOf(this), value)
  },
  ...Object.fromEntries(
    aria.map((name) => [
      `aria${name}`,
      function (this: Self, value: unknown) {
        const host = hostOf(this)
        if (text(value) === '') host?.removeAttribute(ariaName(name))
        else host?.setAttribute(ariaName(name), text(value))
      },
    ]),
  ),
}

interface AnimationStep {
  transform: string
  styles: Record<string, string>
  duration: number
  delay: number
  timingFunction: string
}

/** Plays what `wx.createAnimation().export()` gave: its steps one after the other. */
function playAnimation(host: HTMLElement | null, value: unknown): void {
  const steps = (value as { actions?: AnimationStep[] } | null)?.actions
  if (!host || !steps) return
  let start = 0
  for (const step of steps) {
    setTimeout(() => {
      host.style.transition = `all ${step.duration}ms ${step.timingFunction} ${step.delay}ms`
      if (step.transform) host.style.transform = step.transform
      Object.assign(host.style, step.styles)
    }, start)
    start += step.duration + step.delay
  }
}

export const hoverProperties: Record<string, PropertyOption> = {
  hoverClass: { type: String, value: 'none' },
  hoverStartTime: { type: Number, value: 50 },
  hoverStayTime: { type: Number, value: 400 },
}

/** The engine's TEMP_EXTRA: classes beside those of the template. Its const enum cannot be imported here. */
const temporary = 3 as glassEasel.StyleSegmentIndex

/** Shows `hover-class` while a finger is down. */
export function showHover(self: Self, host: HTMLElement): void {
  const name = () => text(self.data.hoverClass)
  const set = (names: string) => self._$.setNodeClass(names, temporary)
  const press = () => {
    if (name() !== '' && name() !== 'none' && !self.data.disabled) set(name())
  }
  const lift = () => setTimeout(() => set(''), 80)
  host.addEventListener('touchstart', press, { passive: true })
  for (const end of ['touchend', 'touchcancel']) host.addEventListener(end, lift, { passive: true })
}
