import { type Builtin, elementOf, fire, formControls, hostOf, selfOf, text } from './builtin'

/** Collects the elements with a `name` below it when a submit button inside is tapped. */
export const form: Builtin = {
  properties: { reportSubmit: Boolean },
  mount(self, host) {
    const named = () =>
      [...host.querySelectorAll('*')].flatMap((element) => {
        const control = formControls.get(element)
        const name = text(selfOf(element)?.data.name)
        return control && name ? [{ name, control }] : []
      })
    self._$.addListener('wxb-submit', () => {
      fire(self, 'submit', {
        value: Object.fromEntries(named().map(({ name, control }) => [name, control.read()])),
      })
    })
    self._$.addListener('wxb-reset', () => {
      for (const { control } of named()) control.reset()
      fire(self, 'reset', {})
    })
    return undefined
  },
}

/** Tapping a label is tapping the control inside it. */
export const label: Builtin = {
  properties: { for: String },
  mount(self) {
    self._$.addListener('tap', (event) => {
      const host = hostOf(self)
      const control = host.querySelector<HTMLInputElement>(
        'wx-switch > input, wx-checkbox > input, wx-radio > input',
      )
      const tapped = elementOf(event.target)?.$$ as unknown as Node
      if (control && !control.parentElement?.contains(tapped)) control.click()
    })
    return undefined
  },
}
