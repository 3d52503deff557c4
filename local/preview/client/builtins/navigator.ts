import { amount, type Builtin, text } from './builtin'
import { hoverProperties, showHover } from './common-properties'
import { openPage } from './open-page'

export const navigator: Builtin = {
  properties: {
    ...hoverProperties,
    url: String,
    openType: { type: String, value: 'navigate' },
    delta: { type: Number, value: 1 },
  },
  mount(self, host) {
    showHover(self, host)
    host.setAttribute('role', 'link')
    self._$.addListener('tap', () =>
      openPage(text(self.data.openType), { url: text(self.data.url), delta: amount(self.data.delta) }),
    )
    return undefined
  },
}
