import type { Cast } from '../cast'
import { drawQr } from './draw-qr'
import { onTold, tell } from './listen-to-phones'
import { find, make, makeButton } from './make-element'

type Branch = Cast['branches'][number]

/**
 * The table stands of one branch on a shelf. Touching one is what a guest does with WeChat's camera:
 * his mini-program starts afresh on the home page with the scene that the code carries.
 */
export function showTables(cast: Cast): void {
  const shelf = make('div', 'shelf')
  const tabs = make('div', 'branches', { role: 'group', 'aria-label': '门店' })
  const put = (branch: Branch, tab: HTMLElement) => {
    for (const each of tabs.children) each.setAttribute('aria-pressed', String(each === tab))
    shelf.replaceChildren(...branch.tables.map((table) => stand(branch, table)), ...brokenStands(branch))
  }
  for (const branch of cast.branches) {
    const tab = makeButton('branch', branch.name, () => put(branch, tab))
    tabs.append(tab)
    if (tabs.children.length === 1) put(branch, tab)
  }
  const hint = make('p', 'rack-hint', {}, '点一张桌码', make('br', ''), '食客就扫码入座')
  find('rack').replaceChildren(make('div', 'rack-side', {}, tabs, hint), shelf)
  settleHint()
}

/** The stands wave until the first one was scanned. */
function settleHint(): void {
  const rack = find('rack')
  rack.classList.add('inviting')
  onTold((_role, told) => {
    if (told.type !== 'phone' || told.event !== 'request' || told.state !== 'end') return
    if (`${told.name}.${told.procedure}` === 'member.sit' && told.ok) rack.classList.remove('inviting')
  })
}

function stand(branch: Branch, table: string): HTMLElement {
  const text = `b=${branch.id}&t=${table}`
  const number = /^[A-Za-z0-9-]+$/.test(table)
  const label = make('span', 'stand-label', {}, make('b', '', {}, table), number ? ' 号桌' : '')
  return standWith(text, label, `table-${table}`, `${branch.name} ${table}${number ? ' 号桌' : ''}，扫码入座`)
}

function brokenStands(branch: Branch): HTMLElement[] {
  const damaged = standWith(`b=${branch.id.slice(0, 2)}&&t`, '损坏的桌码', 'table-damaged', '损坏的桌码')
  const unknown = standWith(`b=${branch.id}&t=404`, '不存在的桌', 'table-unknown', '不存在的桌')
  for (const each of [damaged, unknown]) each.classList.add('broken')
  return [damaged, unknown]
}

function standWith(text: string, label: HTMLElement | string, test: string, title: string): HTMLElement {
  const button = makeButton('stand', make('span', 'stand-card', {}, drawQr(text), label), () => {
    for (const each of document.querySelectorAll('.stand')) each.classList.toggle('scanned', each === button)
    tell('diner', { type: 'navigate', path: `pages/home/home?scene=${encodeURIComponent(text)}` })
  })
  button.dataset.test = test
  button.title = title
  button.setAttribute('aria-label', title)
  return button
}
