import type { Mutant } from './bundle'

/** Ways to write to a manager too often, or to count what is not there. */
export const mutantsOfMessages: Mutant[] = [
  {
    name: 'a consent is changed whoever has changed it meanwhile',
    theme: 'messages',
    file: 'core/store/consents.ts',
    right: '.where({ _id: _.eq(_id), version: _.eq(version) })\n    .update({',
    wrong: '.where({ _id: _.eq(_id) })\n    .update({',
    within: 3000,
  },
  {
    name: 'a tap counts as often as it is reported',
    theme: 'messages',
    file: 'core/store/consents.ts',
    right: 'if (known.keys.includes(key) || ',
    wrong: 'if (',
    within: 1000,
  },
  {
    name: 'a manager is told again of what he was told',
    theme: 'messages',
    file: 'core/domain/messages/due-alarms.ts',
    right: ' && !mailbox.told.includes(_id))',
    wrong: ')',
    within: 1000,
  },
  {
    name: 'a message is sent before it is marked',
    theme: 'messages',
    file: 'core/store/messages.ts',
    right: '  if (!(await mark(kept, consent, told))) return false\n',
    wrong:
      "  await deliver({ person, address }, 'alarm', TEMPLATES.alarm({ title: '', alarms: 1, at: kept.now }))\n  if (!(await mark(kept, consent, told))) return false\n",
    within: 3000,
  },
  {
    name: 'what may have been counted is counted again',
    file: 'cloudfunctions/meter.ts',
    right: '    this.#counted = new Map()\n    return counted',
    wrong: '    return counted',
    within: 500,
  },
]
