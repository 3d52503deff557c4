import { amount, type Builtin, fire, flag, formControls, hostOf, type Self, selfOf, text } from './builtin'

const properties = {
  checked: Boolean,
  value: null,
  disabled: Boolean,
  color: String,
  name: String,
  type: String,
}

/** Switch, checkbox and radio are one box; they differ in what a tap does to it and who is told. */
function choice(kind: 'checkbox' | 'radio', toggle: (self: Self) => void): Builtin {
  return {
    properties,
    mount(self, host) {
      const box = document.createElement('input')
      box.type = kind
      host.prepend(box)
      box.addEventListener('click', (event) => {
        event.stopPropagation()
        // The browser restores a box whose click was cancelled, so ours is set once it is done.
        event.preventDefault()
        if (!self.data.disabled) setTimeout(() => toggle(self), 0)
      })
      formControls.set(host, {
        read: () => flag(self.data.checked),
        reset: () => self.setData({ checked: false }),
      })
      return () => {
        box.checked = flag(self.data.checked)
        box.disabled = flag(self.data.disabled)
        if (self.data.color) box.style.setProperty('--checked', text(self.data.color))
        if (self.data.type === 'checkbox') host.setAttribute('type', 'checkbox')
      }
    },
  }
}

const tellGroup = (self: Self) =>
  self.triggerEvent('wxb-toggle', { value: self.data.value }, { bubbles: true, composed: true })

export const switchControl = choice('checkbox', (self) => {
  self.setData({ checked: !self.data.checked })
  fire(self, 'change', { value: self.data.checked })
})
export const checkbox = choice('checkbox', (self) => {
  self.setData({ checked: !self.data.checked })
  tellGroup(self)
})
export const radio = choice('radio', (self) => {
  self.setData({ checked: true })
  tellGroup(self)
})

const members = (self: Self, tag: string) =>
  [...hostOf(self).querySelectorAll(tag)].map(selfOf).filter((each) => each !== undefined)
const checkedValues = (self: Self, tag: string) =>
  members(self, tag)
    .filter((each) => flag(each.data.checked))
    .map((each) => each.data.value)

export const checkboxGroup: Builtin = {
  properties: { name: String },
  mount(self, host) {
    const read = () => checkedValues(self, 'wx-checkbox')
    const reset = () => members(self, 'wx-checkbox').forEach((each) => void each.setData({ checked: false }))
    formControls.set(host, { read, reset })
    self._$.addListener('wxb-toggle', () => fire(self, 'change', { value: read() }))
    return undefined
  },
}

export const radioGroup: Builtin = {
  properties: { name: String },
  mount(self, host) {
    const reset = () => members(self, 'wx-radio').forEach((each) => void each.setData({ checked: false }))
    formControls.set(host, { read: () => checkedValues(self, 'wx-radio')[0] ?? '', reset })
    self._$.addListener('wxb-toggle', (event) => {
      const { value } = event.detail as { value: unknown }
      for (const each of members(self, 'wx-radio'))
        if (each.data.value !== value) each.setData({ checked: false })
      fire(self, 'change', { value })
    })
    return undefined
  },
}

export const slider: Builtin = {
  properties: {
    min: { type: Number, value: 0 },
    max: { type: Number, value: 100 },
    step: { type: Number, value: 1 },
    value: { type: Number, value: 0 },
    disabled: Boolean,
    name: String,
  },
  mount(self, host) {
    const range = document.createElement('input')
    range.type = 'range'
    host.append(range)
    range.addEventListener('input', () => fire(self, 'changing', { value: range.valueAsNumber }))
    range.addEventListener('change', () => {
      self.setData({ value: range.valueAsNumber })
      fire(self, 'change', { value: range.valueAsNumber })
    })
    formControls.set(host, { read: () => amount(self.data.value), reset: () => self.setData({ value: 0 }) })
    return () => {
      for (const name of ['min', 'max', 'step'] as const) range[name] = text(self.data[name])
      range.value = text(self.data.value)
      range.disabled = flag(self.data.disabled)
    }
  },
}
