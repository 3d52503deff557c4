import type { Contract } from '../../core/contract'
import { ask, type Outcome, type QuestionTo } from './cloud'
import { keepKey } from './key'

type Form<N extends keyof Contract, P extends keyof Contract[N]> = Omit<QuestionTo<N, P>, 'key'>

/** The procedures that are asked under a key. */
type Keyed<N extends keyof Contract> = {
  [P in keyof Contract[N]]: QuestionTo<N, P> extends { key: string } ? P : never
}[keyof Contract[N]]

/** Not an answer: the command may or may not have been done, so it must be repeated under its own key. */
const undecided: readonly string[] = ['OFFLINE', 'BUSY', 'INTERNAL']

/**
 * A command that counts once however often it is tapped. The page passes the form; the key is made,
 * kept and renewed here.
 */
export function command<N extends keyof Contract, P extends Keyed<N> & string>(name: N, procedure: P) {
  const keeper = keepKey()
  return async (form: Form<N, P>, whenSlow?: () => void): Promise<Outcome<N, P>> => {
    const key = await keeper.keyFor(form)
    const outcome = await ask(name, procedure, { ...form, key } as QuestionTo<N, P>, whenSlow)
    if (outcome.ok || !undecided.includes(outcome.refusal)) keeper.settle()
    return outcome
  }
}
