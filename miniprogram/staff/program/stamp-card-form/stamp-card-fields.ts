import type { Terms } from '../form'
import { readWhole, readYuan, typeYuan } from '../read-number'
import type { Reader } from '../reader'

type StampCard = NonNullable<Terms['stampCard']>

/** The card of stamps, as it stands on the page. CAMP-09. */
export interface StampCardFields {
  stampCard: 'none' | 'on'
  cardStamps: string
  /** In yuan. */
  cardFrom: string
  cardReward: string
}

/** What stands there when somebody begins: buy ten, get one free. */
const USUAL = { stamps: 10, atLeast: 3_000 }

export function stampCardOf({ stampCard, rewards }: Terms): StampCardFields {
  const { stamps, atLeast } = stampCard ?? USUAL
  return {
    stampCard: stampCard === null ? 'none' : 'on',
    cardStamps: String(stamps),
    cardFrom: typeYuan(atLeast),
    cardReward: stampCard?.reward ?? rewards.find(({ stock }) => stock === null)?.id ?? '',
  }
}

/** What is unusual the linter says; here it only has to be a number. */
const LARGEST = 1_000

export function readStampCard(form: StampCardFields, reader: Reader): StampCard | null {
  if (form.stampCard === 'none') return null
  if (form.cardReward === '') reader.refuse('cardReward', '先要有一款奖励')
  return {
    stamps: reader.number('cardStamps', readWhole(form.cardStamps, 1, LARGEST)),
    atLeast: reader.number('cardFrom', readYuan(form.cardFrom, 1)),
    reward: form.cardReward,
  }
}
