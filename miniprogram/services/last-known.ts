import type { AnswerTo } from './cloud'

type Card = Extract<AnswerTo<'member', 'home'>, { joined: true }>
export type Redemption = AnswerTo<'mall', 'redemption'>['redemption']

/** Raised when the shape of what is kept changes: what an older version kept is forgotten. */
const VERSION = 2
const CODES_KEPT = 20

function read<T>(name: string): T | undefined {
  const kept: unknown = wx.getStorageSync(`${name}.${VERSION}`)
  return kept ? (kept as T) : undefined
}
function keep(name: string, value: unknown): void {
  wx.setStorageSync(`${name}.${VERSION}`, value)
}

/** The last card that was shown: painted at once, then refreshed. */
export const readCard = () => read<Card>('card')
export const keepCard = (card: Card) => keep('card', card)
export const forgetCard = () => wx.removeStorageSync(`card.${VERSION}`)

/** Codes seen before, newest first: a code can be shown at the counter without a network. */
export function readRedemption(code: string): Redemption | undefined {
  return read<Redemption[]>('codes')?.find((each) => each.code === code)
}
export function keepRedemption(redemption: Redemption): void {
  const others = (read<Redemption[]>('codes') ?? []).filter((each) => each.code !== redemption.code)
  keep('codes', [redemption, ...others].slice(0, CODES_KEPT))
}
