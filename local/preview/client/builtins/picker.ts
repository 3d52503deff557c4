import { openPickerSheet } from '../layers/picker-sheet'
import { type Builtin, fire, formControls, type Self, text } from './builtin'
import { daysOf, readDate, readTime, wheelsForDate, wheelsForTime } from './picker-dates'

interface Wheels {
  columns: string[][]
  chosen: number[]
  /** Called while a wheel turns: answers with new columns where one depends on another. */
  turn?(chosen: number[], column: number): string[][] | undefined
  value(chosen: number[]): unknown
}

export const picker: Builtin = {
  properties: {
    mode: { type: String, value: 'selector' },
    range: { type: Array, value: [] },
    rangeKey: String,
    value: null,
    disabled: Boolean,
    start: String,
    end: String,
    fields: { type: String, value: 'day' },
    name: String,
    headerText: String,
  },
  mount(self, host) {
    formControls.set(host, { read: () => self.data.value, reset: () => self.setData({ value: null }) })
    host.setAttribute('aria-haspopup', 'listbox')
    self._$.addListener('tap', () => {
      if (!self.data.disabled) open(self)
    })
    return undefined
  },
}

function open(self: Self): void {
  const wheels = wheelsOf(self)
  openPickerSheet({
    title: text(self.data.headerText),
    columns: wheels.columns,
    chosen: wheels.chosen,
    turn: (chosen, column) => wheels.turn?.(chosen, column),
    confirm(chosen) {
      const value = wheels.value(chosen)
      self.setData({ value })
      fire(self, 'change', { value })
    },
    cancel: () => fire(self, 'cancel', {}),
  })
}

function wheelsOf(self: Self): Wheels {
  const { data } = self
  const labels = (items: unknown) => (items as unknown[]).map((item) => labelOf(item, text(data.rangeKey)))
  switch (data.mode) {
    case 'selector':
      return {
        columns: [labels(data.range)],
        chosen: [Number(data.value ?? 0)],
        value: ([index]) => String(index),
      }
    case 'multiSelector':
      return {
        columns: (data.range as unknown[]).map(labels),
        chosen: (data.value as number[] | null) ?? [],
        turn(chosen, column) {
          fire(self, 'columnchange', { column, value: chosen[column] })
          return (self.data.range as unknown[]).map(labels)
        },
        value: (chosen) => chosen,
      }
    case 'date': {
      const date = wheelsForDate(text(data.value), text(data.start), text(data.end), text(data.fields))
      return { ...date, turn: (chosen) => daysOf(date, chosen), value: (chosen) => readDate(date, chosen) }
    }
    case 'time':
      return { ...wheelsForTime(text(data.value)), value: readTime }
    default:
      throw new Error(`the preview has no picker with mode="${text(data.mode)}"`)
  }
}

function labelOf(item: unknown, key: string): string {
  return text(
    key && typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[key] : item,
  )
}
