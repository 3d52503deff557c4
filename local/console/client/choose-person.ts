import type { Cast, Person } from '../cast'
import type { Role } from './listen-to-phones'
import { make, makeButton } from './make-element'
import { inventNewcomer, peopleFor } from './remember-people'

const inviteLines: Record<Role, { name: string; note: string }> = {
  diner: { name: '＋ 新食客', note: '全新的微信号，从未来过' },
  cashier: { name: '＋ 新同事', note: '全新的微信号，等待店长邀请' },
  manager: { name: '＋ 新同事', note: '全新的微信号，等待店长邀请' },
}

/** A list of people below the phone's caption; one of them, or somebody new, takes the phone. */
export function choosePerson(
  role: Role,
  cast: Cast,
  anchor: HTMLElement,
  give: (person: Person) => void,
): void {
  const list = make('div', 'people', { popover: 'auto', role: 'menu' })
  const choose = (person: Person) => {
    list.hidePopover()
    anchor.focus()
    give(person)
  }
  const { name, note } = inviteLines[role]
  list.append(row({ name, note }, () => choose(inventNewcomer(role)), `newcomer-${role}`))
  for (const person of peopleFor(role, cast)) list.append(row(person, () => choose(person), person.openid))
  list.addEventListener('keydown', (event) => moveFocus(list, event))
  list.addEventListener('toggle', (event) => {
    if (event.newState === 'closed') list.remove()
  })
  document.body.append(list)
  const { left, bottom } = anchor.getBoundingClientRect()
  list.style.left = `${left}px`
  list.style.top = `${bottom + 6}px`
  list.showPopover()
  list.querySelector('button')?.focus()
}

function row({ name, note }: { name: string; note?: string }, onClick: () => void, test: string) {
  const button = makeButton('people-row', make('b', '', {}, name), onClick)
  button.append(make('span', '', {}, note ?? ''))
  button.setAttribute('role', 'menuitem')
  button.dataset.test = test
  return button
}

function moveFocus(list: HTMLElement, event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  event.preventDefault()
  const rows = [...list.querySelectorAll('button')]
  const at = rows.findIndex((each) => each.matches(':focus'))
  rows.at((at + step) % rows.length)?.focus()
}
