import { askPhoneNumber } from '../phone-number'
import { type Builtin, flag, type Self, text } from './builtin'
import { hoverProperties, showHover } from './common-properties'

/** What a button with an `open-type` asks WeChat for; but for the phone number the preview has nobody to ask. */
const openTypes: Record<string, () => object | Promise<object>> = {
  getPhoneNumber: askPhoneNumber,
  chooseAvatar: () => ({ avatarUrl: '' }),
  share: () => ({}),
  contact: () => ({ errMsg: 'enterContact:ok' }),
  openSetting: () => ({ errMsg: 'openSetting:ok', authSetting: {} }),
}

export const button: Builtin = {
  properties: {
    ...hoverProperties,
    type: { type: String, value: 'default' },
    size: { type: String, value: 'default' },
    plain: Boolean,
    disabled: Boolean,
    loading: Boolean,
    formType: String,
    openType: String,
  },
  mount(self, host) {
    showHover(self, host)
    if (!host.hasAttribute('role')) host.setAttribute('role', 'button')
    self._$.addListener('tap', () => {
      if (self.data.disabled) return
      const formType = text(self.data.formType)
      if (formType) self.triggerEvent(`wxb-${formType}`, {}, { bubbles: true, composed: true })
      const openType = text(self.data.openType)
      const answer = openTypes[openType]
      if (answer) void tell(self, openType, answer)
    })
    return () => {
      host.setAttribute('type', text(self.data.type))
      host.setAttribute('size', text(self.data.size))
      for (const name of ['plain', 'disabled', 'loading']) host.toggleAttribute(name, flag(self.data[name]))
    }
  },
}

async function tell(self: Self, openType: string, answer: () => object | Promise<object>): Promise<void> {
  self.triggerEvent(openType.toLowerCase(), await answer(), { bubbles: false, composed: false })
}
