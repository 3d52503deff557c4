import { button, cover, element } from './layer'

export interface PickerSheet {
  title: string
  columns: string[][]
  chosen: number[]
  turn(chosen: number[], column: number): string[][] | undefined
  confirm(chosen: number[]): void
  cancel(): void
}

const rowPixels = 44

/** WeChat's picker: wheels from below with cancel and confirm above them. */
export function openPickerSheet(sheet: PickerSheet): void {
  const chosen = sheet.columns.map((column, index) => clampIndex(sheet.chosen[index] ?? 0, column.length))
  const wheels = sheet.columns.map((_, column) => createWheel((index) => turned(column, index)))
  const turned = (column: number, index: number) => {
    if (chosen[column] === index) return
    chosen[column] = index
    const columns = sheet.turn([...chosen], column) ?? sheet.columns
    for (const [other, items] of columns.entries()) {
      chosen[other] = clampIndex(chosen[other] ?? 0, items.length)
      wheels[other]?.show(items, chosen[other])
    }
  }
  const close = (then: () => void) => () => {
    layer.remove()
    then()
  }
  const layer = cover(
    'ph-bottom',
    element(
      'div',
      'ph-picker',
      element(
        'div',
        'ph-picker-head',
        button('ph-picker-cancel', '取消', close(sheet.cancel)),
        element('span', 'ph-picker-title', sheet.title),
        button(
          'ph-picker-confirm',
          '确定',
          close(() => sheet.confirm(wheels.map((wheel) => wheel.read()))),
        ),
      ),
      element('div', 'ph-wheels', ...wheels.map((wheel) => wheel.node)),
    ),
  )
  for (const [column, items] of sheet.columns.entries()) wheels[column]?.show(items, chosen[column] ?? 0)
}

const clampIndex = (index: number, length: number) => Math.min(Math.max(index, 0), Math.max(length - 1, 0))

interface Wheel {
  node: HTMLElement
  show(items: string[], index: number): void
  read(): number
}

function createWheel(turned: (index: number) => void): Wheel {
  const node = element('div', 'ph-wheel')
  node.setAttribute('role', 'listbox')
  let shown: string[] = []
  let chosen = 0
  const mark = (index: number) => {
    chosen = index
    for (const [at, row] of [...node.children].entries())
      row.setAttribute('aria-selected', String(at === index))
  }
  const rowFor = (label: string, index: number) => {
    const row = element('div', 'ph-row', label)
    row.setAttribute('role', 'option')
    row.addEventListener('click', () => {
      node.scrollTo({ top: index * rowPixels })
      mark(index)
      turned(index)
    })
    return row
  }
  node.addEventListener('scroll', () => {
    const index = Math.round(node.scrollTop / rowPixels)
    if (index === chosen || index >= shown.length) return
    mark(index)
    turned(index)
  })
  return {
    node,
    show(items, index) {
      if (items.join('\n') !== shown.join('\n')) node.replaceChildren(...items.map(rowFor))
      shown = items
      mark(index)
      node.scrollTop = index * rowPixels
    },
    read: () => chosen,
  }
}
