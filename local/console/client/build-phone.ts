import type { Cast, Person } from '../cast'
import { askServer, attempt } from './ask-server'
import { choosePerson } from './choose-person'
import { addScreen, onTold, type Role } from './listen-to-phones'
import { make, makeButton } from './make-element'
import { holderOf, rememberHolder } from './remember-people'

const captions: Record<Role, { title: string; path: string }> = {
  diner: { title: '食客', path: 'pages/home/home' },
  cashier: { title: '收银员', path: 'staff/desk/desk' },
  manager: { title: '店长', path: 'staff/team/team' },
}

/** One phone with its caption: who holds it, and the mini-program he sees in a session of his own. */
export function buildPhone(role: Role, cast: Cast): HTMLElement {
  const { title } = captions[role]
  const screen = make('iframe', 'screen', { title: `${title}的手机`, 'data-phone': role })
  const name = make('span', 'person-name')
  const note = make('span', 'person-note')
  const chooser = makeButton('person', name, () => choosePerson(role, cast, chooser, give))
  chooser.append(note, make('span', 'chevron', { 'aria-hidden': 'true' }))
  chooser.dataset.test = `person-${role}`

  function give(person: Person): void {
    name.textContent = person.name
    note.textContent = person.note ?? ''
    chooser.setAttribute('aria-label', `${title}：${person.name}，换人`)
    rememberHolder(role, person)
    attempt(() => switchOn(screen, role, person))
  }
  addScreen(role, screen)
  give(holderOf(role, cast))
  const caption = make('figcaption', 'caption', {}, make('b', `badge badge-${role}`, {}, title), chooser)
  return make('figure', 'phone', { 'data-role': role }, caption, frame(screen, role))
}

/** A session is a person's: another person is another session, and the phone starts afresh. */
async function switchOn(screen: HTMLIFrameElement, role: Role, person: Person): Promise<void> {
  const { token } = await askServer<{ token: string }>('/wx/session', 'POST', { openid: person.openid })
  const { path } = captions[role]
  const query = new URLSearchParams({ token, phone: role, who: person.openid, path })
  screen.src = `/preview/index.html?${query}`
}

/** The phone's own bars are part of the screen; around it there is only the body. */
function frame(screen: HTMLIFrameElement, role: Role): HTMLElement {
  const device = make('div', 'device', {}, screen, make('i', 'island', { 'aria-hidden': 'true' }))
  onTold((told, words) => {
    if (told !== role || words.type !== 'phone' || words.event !== 'request') return
    device.classList.toggle('asking', words.state === 'start')
  })
  return make('div', 'device-space', {}, device)
}
