import { isUndecided } from './answer'
import { audit } from './audit'
import type { CallFault } from './faults'
import { openHistory } from './history'
import type { Asked } from './question'
import { rehearsals } from './rehearsals'
import { alone, settleDown } from './settle-down'

/** Ways for one call to go wrong, and then to be asked again or to be given up. */
const WAYS: CallFault[] = ['killedBefore', 'killedAfter', 'refused', 'replyLost', 'late', 'quota']

/** The house it happens in; in the second a friend's first order is not safe yet when it is taken back. */
const SEEDS: Partial<Record<Asked, number>> = { 'cashier.reverseBill': 2 }

/** Whatever is asked, with every way to fail at every call it makes: whole, or not at all. F1, F2. */
export async function crashPoints(part: number, parts: number) {
  const places: Record<string, number> = {}
  const failures: string[] = []
  const mine = (Object.keys(rehearsals) as Asked[]).filter((_asked, index) => index % parts === part)
  for (const asked of mine)
    for (const again of [true, false])
      for (const fault of WAYS)
        for (let call = 1; ; call++) {
          const violations = await dieAt(asked, call, fault, again)
          if (violations === null) break
          places[asked] = (places[asked] ?? 0) + 1
          for (const violation of violations)
            failures.push(
              `${asked}, ${fault} at call ${call}, ${again ? 'asked again' : 'given up'}: ${violation}`,
            )
        }
  return { places, failures }
}

/** Null when there is no such call. */
async function dieAt(asked: Asked, call: number, fault: CallFault, again: boolean): Promise<string[] | null> {
  const history = await openHistory({ seed: SEEDS[asked] ?? 1 })
  const { world, books, stage } = history
  world.roughness = 0
  stage.theatre.cold = 1
  const question = await rehearsals[asked](history)
  world.aim = { asked, call, fault }
  const first = await alone(history, question())
  if (world.aim !== null) return null
  const answer = again && isUndecided(first) ? await alone(history, question()) : first
  if (again && isUndecided(answer)) books.violate('progress', 'asked again it is still undecided')
  if (books.violations.length === 0) await settleDown(history)
  if (books.violations.length === 0) audit(history)
  return books.violations
}
