import type { Cast } from '../cast'
import { askServer, attempt } from './ask-server'
import { buildPhone } from './build-phone'
import { fitPhones } from './fit-phones'
import { buildGuide } from './guide-player'
import { listenToPhones, roles } from './listen-to-phones'
import { find } from './make-element'
import { buildClock } from './move-clock'
import { offerCodes } from './offer-codes'
import { buildRecords } from './show-records'
import { showTables } from './show-tables'

async function start(): Promise<void> {
  const cast = await askServer<Cast>('/console/cast')
  document.title = `${cast.restaurant.name} · 回头客`
  find('restaurant').textContent = cast.restaurant.name
  listenToPhones()
  offerCodes()
  fitPhones()
  find('stage').replaceChildren(...roles.map((role) => buildPhone(role, cast)))
  find('panel').replaceChildren(buildGuide(), buildClock(), buildRecords())
  showTables(cast)
}

function letPanelOpen(): void {
  const toggle = find('panel-toggle')
  toggle.addEventListener('click', () => {
    const open = document.body.classList.toggle('panel-open')
    toggle.setAttribute('aria-expanded', String(open))
  })
}

letPanelOpen()
attempt(start)
