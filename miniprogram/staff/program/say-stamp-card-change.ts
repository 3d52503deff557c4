import { formatYuan } from '../../services/format-yuan'
import type { Terms } from './form'
import type { Name } from './say-tier'

const nameOf = (reward: unknown, { rewards }: Terms): string =>
  rewards.find(({ id }) => id === reward)?.name ?? String(reward)

const sayCard = (value: unknown, terms: Terms) => {
  const { stamps, atLeast, reward } = value as NonNullable<Terms['stampCard']>
  return `每单满 ${formatYuan(atLeast)} 一枚，${stamps} 枚送${nameOf(reward, terms)}`
}

/** What changes of the card of stamps is called, and how it is told. CAMP-09. */
export const STAMP_CARD_NAMES: Name[] = [
  [/^stampCard$/, '集杯卡', sayCard],
  [/^stampCard\.stamps$/, '集满', (value) => `${value} 枚`],
  [/^stampCard\.atLeast$/, '集一枚要满', (value) => formatYuan(Number(value))],
  [/^stampCard\.reward$/, '集满送', nameOf],
]
