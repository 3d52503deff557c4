import { type DuplicateForm, duplicateForms } from './engine/cloud-error'
import { type Limits, platformLimits } from './limits'

const isLimit = (name: string): name is keyof Limits => Object.hasOwn(platformLimits, name)

/** `name=value` for each limit that is to be another than the platform's. */
export function readLimits(texts: readonly string[]): Partial<Limits> {
  const limits: Partial<Limits> = {}
  for (const text of texts) {
    const [, name = '', value = ''] = /^(\w+)=(\d+)$/.exec(text) ?? []
    if (!isLimit(name) || !Number.isSafeInteger(Number(value)) || Number(value) === 0)
      throw new Error(
        `--limit ${text}: expected one of ${Object.keys(platformLimits).join(', ')}, "=", a whole number`,
      )
    limits[name] = Number(value)
  }
  return limits
}

export function readDuplicateForm(text: string): DuplicateForm {
  const form = duplicateForms.find((one) => one === text)
  if (!form) throw new Error(`--duplicate-form is ${duplicateForms.join(' or ')}`)
  return form
}
