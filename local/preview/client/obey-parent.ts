import { type AppLife, enterOptions } from './app-life'
import type { PageStack } from './page-stack'
import { listenToParent, tellParent } from './parent'
import { readCodes } from './read-codes'

/** What the embedding page may ask of a phone. */
export function obeyParent(stack: PageStack, life: AppLife): void {
  listenToParent((message) => {
    switch (message.type) {
      case 'navigate':
        life.reenter(enterOptions(stack.readFromOutside(String(message.path)), true))
        break
      case 'token':
        changeHolder(String(message.token), String(message.who))
        break
      case 'visibility':
        life.setHidden(message.hidden === true)
        break
      case 'read-codes':
        tellParent({ type: 'codes', id: message.id, codes: readCodes() })
        break
    }
  })
  document.addEventListener('visibilitychange', () => life.setHidden(document.hidden))
}

/** Another person takes the phone: nothing that the mini-program remembers may outlive that, so it is loaded anew. */
function changeHolder(token: string, who: string): void {
  const address = new URL(location.href)
  address.searchParams.set('token', token)
  address.searchParams.set('who', who)
  address.searchParams.delete('path')
  location.replace(address)
}
