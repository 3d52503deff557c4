import type { GuestView } from '../guest-view'

/** Who stands at the counter, in one line. */
Component({
  properties: { guest: { type: Object, value: {} as GuestView } },
})
