import type { Builtin } from './builtin'
import { button } from './button'
import { canvas } from './canvas'
import { checkbox, checkboxGroup, radio, radioGroup, slider, switchControl } from './choice'
import { hoverProperties, showHover } from './common-properties'
import { form, label } from './form'
import { icon, image, progress, richText, video, webView } from './media'
import { navigator } from './navigator'
import { picker } from './picker'
import { pickerView, pickerViewColumn } from './picker-view'
import { scrollView } from './scroll-view'
import { swiper } from './swiper'
import { input, textarea } from './text-field'

const container: Builtin = {
  properties: hoverProperties,
  mount(self, host) {
    showHover(self, host)
    return undefined
  },
}
const text: Builtin = {
  properties: { selectable: Boolean, userSelect: Boolean, decode: Boolean, space: String },
}

/** By tag. A tag that is not here has no behaviour of its own and only holds its content. */
export const builtins: Record<string, Builtin> = {
  button,
  canvas,
  checkbox,
  'checkbox-group': checkboxGroup,
  'cover-image': image,
  'cover-view': container,
  form,
  icon,
  image,
  input,
  label,
  'movable-area': { properties: { scaleArea: Boolean } },
  'movable-view': { properties: { direction: String, x: null, y: null } },
  navigator,
  'page-meta': { properties: { pageStyle: String, rootFontSize: String } },
  picker,
  'picker-view': pickerView,
  'picker-view-column': pickerViewColumn,
  progress,
  radio,
  'radio-group': radioGroup,
  'rich-text': richText,
  'root-portal': { properties: { enable: { type: Boolean, value: true } } },
  'scroll-view': scrollView,
  slider,
  swiper,
  'swiper-item': { properties: { itemId: String } },
  switch: switchControl,
  text,
  textarea,
  video,
  view: container,
  'web-view': webView,
}
