import { amount, type Builtin, fire, flag, formControls, type Self, text } from './builtin'

const properties = {
  value: { type: null, value: '' },
  type: { type: String, value: 'text' },
  password: Boolean,
  placeholder: String,
  placeholderStyle: String,
  placeholderClass: String,
  disabled: Boolean,
  maxlength: { type: Number, value: 140 },
  focus: Boolean,
  autoFocus: Boolean,
  name: String,
  confirmType: String,
  confirmHold: Boolean,
  cursor: Number,
  cursorSpacing: null,
  cursorColor: null,
  selectionStart: null,
  selectionEnd: null,
  fixed: Boolean,
  autoHeight: Boolean,
  adjustPosition: Boolean,
  holdKeyboard: Boolean,
  alwaysEmbed: Boolean,
  showConfirmBar: Boolean,
  disableDefaultPadding: Boolean,
  safePasswordCertPath: null,
  safePasswordLength: null,
  safePasswordTimeStamp: null,
  safePasswordNonce: null,
  safePasswordSalt: null,
  safePasswordCustomHash: null,
}
/** Which keyboard a phone would show. */
const keyboards: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text', tel: 'tel' }

type Field = HTMLInputElement | HTMLTextAreaElement

function field(tag: 'input' | 'textarea'): Builtin {
  return {
    properties,
    mount(self, host) {
      const node = document.createElement(tag)
      host.append(node)
      formControls.set(host, { read: () => text(self.data.value), reset: () => self.setData({ value: '' }) })
      listen(self, node)
      return () => apply(self, node)
    },
  }
}

function listen(self: Self, node: Field): void {
  node.addEventListener('input', (event) => {
    event.stopPropagation()
    if (event instanceof InputEvent && event.isComposing) return
    self.setData({ value: node.value })
    fire(self, 'input', { value: node.value, cursor: node.selectionStart, keyCode: 0 })
  })
  node.addEventListener('change', (event) => event.stopPropagation())
  node.addEventListener('focus', () => fire(self, 'focus', { value: node.value, height: 0 }))
  node.addEventListener('blur', () => fire(self, 'blur', { value: node.value, cursor: node.value.length }))
  node.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent && event.key === 'Enter' && node instanceof HTMLInputElement)
      fire(self, 'confirm', { value: node.value })
  })
}

function apply(self: Self, node: Field): void {
  const { data } = self
  if (node.value !== text(data.value)) node.value = text(data.value)
  node.placeholder = text(data.placeholder)
  node.disabled = flag(data.disabled)
  if (amount(data.maxlength) > 0) node.maxLength = amount(data.maxlength)
  else node.removeAttribute('maxlength')
  node.inputMode = keyboards[text(data.type)] ?? 'text'
  node.setAttribute('style', text(data.placeholderStyle) ? `--placeholder: 1; ${placeholderColor(self)}` : '')
  if (node instanceof HTMLInputElement) node.type = data.password ? 'password' : 'text'
  if ((data.focus || data.autoFocus) && document.activeElement !== node) setTimeout(() => node.focus(), 0)
}

const placeholderColor = (self: Self) =>
  /color:\s*([^;]+)/.exec(text(self.data.placeholderStyle))?.[1]?.replace(/^/, '--placeholder-color: ') ?? ''

export const input = field('input')
export const textarea = field('textarea')
