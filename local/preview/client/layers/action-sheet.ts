import { button, cover, element } from './layer'

/** Answers with the index of what was chosen, or undefined after 取消. */
export function askActionSheet(title: string, items: string[], color: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const choose = (index: number | undefined) => () => {
      layer.remove()
      resolve(index)
    }
    const rows = items.map((item, index) => {
      const row = button('ph-sheet-row', item, choose(index))
      row.style.color = color
      return row
    })
    const head = title ? [element('p', 'ph-sheet-title', title)] : []
    const sheet = element(
      'div',
      'ph-sheet',
      ...head,
      ...rows,
      button('ph-sheet-row ph-sheet-cancel', '取消', choose(undefined)),
    )
    sheet.setAttribute('role', 'menu')
    const layer = cover('ph-bottom', sheet)
  })
}
