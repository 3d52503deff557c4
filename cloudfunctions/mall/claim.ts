import type {
  BusinessDay,
  Contract,
  MemberId,
  OutputOf,
  Points,
  Program,
  RefusalOf,
  Reward,
} from '../../core/contract'
import { balanceOf, postAll } from '../../core/domain/account'
import { sumOfPoints } from '../../core/domain/amounts'
import { addDays, instantOf } from '../../core/domain/calendar'
import { claimReward } from '../../core/domain/claim-reward'
import { accept, type Result, refuse } from '../../core/domain/result'
import type { Member } from '../../core/store/member'
import { once } from '../../core/store/once'
import type { Redemption } from '../../core/store/redemption'
import { lookAtStock, type Piece } from '../../core/store/stock'
import { redemptionCodeOf } from '../codes'
import type { Env } from '../env'
import { ownView } from '../redemption-view'
import type { Handler } from '../serve'

type OutOfReach = 'REWARD_NOT_FOUND' | 'OUT_OF_STOCK' | 'BUSY'
interface Wish {
  reward: Reward
  /** How many stamps it costs; missing where points pay. */
  stamps?: number
}
interface Offered extends Wish {
  piece: Piece | null
}
type Input = Parameters<Handler<Contract['mall']['claim']>>[0]
type Claimed = OutputOf<Contract['mall']['claim']>
type No = RefusalOf<Contract['mall']['claim']>

/** Burn points or take a full card, take one from stock, issue a code: together or not at all. RED-12, RED-15, CAMP-09. */
export const claim: Handler<Contract['mall']['claim']> = async (input, env) => {
  const id = env.caller()
  const { program } = await env.restaurant()
  const wanted = find(input, program)
  const code = redemptionCodeOf(env.secret, id, input.key)
  const beside = async (): Promise<Result<Offered, OutOfReach>> => {
    if (wanted === null) return refuse('REWARD_NOT_FOUND')
    const { reward } = wanted
    if (reward.stock === null) return accept({ ...wanted, piece: null })
    const attempt = { reward: reward.id, key: input.key, member: id, token: env.newToken() }
    const looked = await lookAtStock(env, attempt)
    return looked.ok ? accept({ ...wanted, piece: looked.value }) : looked
  }
  const command = { procedure: 'mall.claim', key: input.key, member: id, input, beside }
  return once<Offered, OutOfReach, Claimed, No>(env, command, (member, { piece, ...wish }, today) => {
    if (member === null) return refuse('NOT_A_MEMBER')
    const taking = { token: piece?.token ?? null, left: piece?.left ?? null }
    const claim = { ...wish, told: input.price, redemption: code, ...taking }
    const claimed = claimReward(member.account, claim, today, program)
    if (!claimed.ok) return claimed
    const burned = claimed.value.flatMap(({ drawn }) => drawn)
    const document = issue(code, id, member, wish, sumOfPoints(burned), today, program, env)
    return accept({
      entries: claimed.value,
      rows: [{ collection: 'redemptions', document: { ...document } }],
      reply: {
        redemption: ownView(document, env),
        balance: balanceOf(postAll(member.account, claimed.value)),
      },
      ...(piece === null ? {} : { hold: piece.hold }),
    })
  })
}

/** For stamps there is one reward, the card's. */
function find({ reward: id, with: paidWith }: Input, program: Program): Wish | null {
  const reward = program.rewards.find((one) => one.id === id)
  if (reward === undefined) return null
  if (paidWith === undefined) return { reward }
  const { stampCard: card } = program
  return card?.reward === id ? { reward, stamps: card.stamps } : null
}

const issue = (
  code: string,
  id: MemberId,
  member: Member,
  { reward, stamps }: Wish,
  burned: Points,
  today: BusinessDay,
  program: Program,
  env: Env,
): Redemption => ({
  _id: code,
  member: id,
  memberName: member.profile.name,
  reward: reward.id,
  rewardName: reward.name,
  picture: reward.picture,
  worth: reward.worth,
  points: burned,
  ...(stamps === undefined ? {} : { stamps }),
  branches: reward.branches,
  issuedAt: instantOf(env.now),
  expiresOn: addDays(today, program.redemptionDays),
  status: 'issued',
  used: null,
})
