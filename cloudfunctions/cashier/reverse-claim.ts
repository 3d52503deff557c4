import type { Contract } from '../../core/contract'
import { fen } from '../../core/domain/amounts'
import { instantOf } from '../../core/domain/calendar'
import { refuse } from '../../core/domain/result'
import { mayReverse } from '../../core/domain/rights'
import { type FoundClaim, findClaim } from '../../core/store/find-claim'
import { type Redemption, readRedemption, voidCode } from '../../core/store/redemption'
import { branchName, type Restaurant } from '../../core/store/restaurant'
import { reverseClaim as takeBack } from '../../core/store/reverse-claim'
import type { Staff } from '../../core/store/staff'
import type { Env } from '../env'
import type { Handler } from '../serve'
import { deedOf, findAtCounter, obstacle } from './redemption-at-counter'

type Input = Parameters<Handler<Contract['cashier']['reverseClaim']>>[0]

/**
 * A code that nobody has used is made void, with a reason that the guest reads, and what it cost comes back.
 * The code itself decides, so that of a colleague who redeems it and one who takes it back one is first. I6.
 */
export const reverseClaim: Handler<Contract['cashier']['reverseClaim']> = async (input, env) => {
  const [found, restaurant] = await Promise.all([
    findAtCounter('cashier.reverseClaim', input.code, env),
    env.restaurant(),
  ])
  if (!found.ok) return found
  const { redemption, staff } = found.value
  const isDone = redemption.voided?.key === input.key
  const no = isDone ? null : mayNot(redemption, staff, restaurant, env)
  if (no !== null) return no
  // Looked for first: a code without a claim would be void and give nothing back.
  const claim = await findClaim(env.db, redemption)
  const known = isDone ? redemption : await makeVoid(redemption, staff, restaurant, input, env)
  return finish(known, claim, input, env)
}

function mayNot(redemption: Redemption, staff: Staff, { program }: Restaurant, env: Env) {
  const no = obstacle(redemption, staff, env)
  if (no !== null) return no
  const may = mayReverse(staff, fen(redemption.worth), program)
  return may.ok ? null : may
}

/** The code as it is afterwards, whoever was first. */
async function makeVoid(
  redemption: Redemption,
  staff: Staff,
  restaurant: Restaurant,
  { key, reason }: Input,
  env: Env,
): Promise<Redemption> {
  const { _id, branch, name } = staff
  const place = branchName(restaurant, branch)
  const voided = { at: instantOf(env.now), branch, branchName: place, staff: _id, by: name, key, reason }
  const deed = deedOf('cashier.reverseClaim', redemption, staff, key, env.now)
  await voidCode(env, redemption._id, voided, deed)
  return (await readRedemption(env.db, redemption._id)) ?? redemption
}

function finish(redemption: Redemption, claim: FoundClaim, { key, reason }: Input, env: Env) {
  const { voided } = redemption
  if (voided === undefined) return refuse('CODE_USED')
  if (voided.key !== key) return refuse('CODE_VOID')
  return voided.reason === reason ? takeBack(env, redemption, claim) : refuse('KEY_REUSED')
}
