import { type Builtin, flag, text } from './builtin'
import { hoverProperties, showHover } from './common-properties'

/** What a button with an `open-type` would ask WeChat for; the preview has nobody to ask. */
const openTypes: Record<string, () => Record<string, unknown>> = {
  getPhoneNumber: () => ({ code: 'preview-phone-code', errMsg: 'getPhoneNumber:ok' }),
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
      if (answer) self.triggerEvent(openType.toLowerCase(), answer(), { bubbles: false, composed: false })
    })
    return () => {
      host.setAttribute('type', text(self.data.type))
      host.setAttribute('size', text(self.data.size))
      for (const name of ['plain', 'disabled', 'loading']) host.toggleAttribute(name, flag(self.data[name]))
    }
  },
}
