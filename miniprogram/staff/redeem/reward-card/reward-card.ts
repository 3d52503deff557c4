import type { CodeView } from '../code-view'

/** What a code is for, large enough to compare with the dish. */
Component({
  properties: { found: { type: Object, value: {} as CodeView } },
})
