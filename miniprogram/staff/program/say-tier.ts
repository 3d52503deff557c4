import { formatMultiplier, formatPoints } from '../../services/format-points'
import { formatYuan } from '../../services/format-yuan'
import { sayDiscount } from '../../services/say-discount'
import type { Terms } from './form'

/** What a path is called and how its values are told; `none` where there is no value. */
export type Name = [path: RegExp, name: string, tell: (value: unknown, terms: Terms) => string, none?: string]

type Tier = Terms['tiers'][number]

const points = (value: unknown) => `${formatPoints(Number(value))} 积分`
const yuan = (value: unknown) => formatYuan(Number(value))
const words = (value: unknown) => String(value)

const sayTier = (value: unknown) => {
  const { name, reach, multiplierBp } = value as Tier
  const from = [
    ...(reach.spend === null ? [] : [`消费满 ${yuan(reach.spend)}`]),
    ...(reach.points === null ? [] : [`积分满 ${formatPoints(reach.points)}`]),
    ...(reach.yearPoints === null ? [] : [`一年积分满 ${formatPoints(reach.yearPoints)}`]),
    ...(reach.load === null ? [] : [`储值满 ${yuan(reach.load)}`]),
  ].join('或')
  return `${name}，${from === '' ? '入会就是' : from}，${formatMultiplier(multiplierBp)}`
}

const sayGift = (value: unknown) => {
  const gift = value as NonNullable<Tier['gift']>
  return `${points(gift.points)}，${gift.words}`
}

const sayPeriod = (value: unknown) => {
  const period = value as NonNullable<Terms['keep']>['period']
  return period.kind === 'quarter' ? '每个季度' : `每 ${period.days} 天`
}

const sayKeep = (value: unknown) => {
  const { period, minSpend } = value as NonNullable<Terms['keep']>
  return `${sayPeriod(period)}消费满 ${yuan(minSpend)}`
}

const saySales = (value: unknown) => {
  const sales = value as Terms['tierSales']
  return sales.length === 0
    ? '不卖'
    : sales.map(({ points: price, days }) => `${points(price)} ${days} 天`).join('、')
}

const tooLittle: Record<string, string> = { keep: '照样保住', warn: '先提醒一期', lose: '降一级' }

export const TIER_NAMES: Name[] = [
  [/^tiers\.[^.]+$/, '等级', sayTier],
  [/^tiers\.[^.]+\.name$/, '等级名称', words],
  [/^tiers\.[^.]+\.reach\.spend$/, '升级要累计消费', yuan, '不算'],
  [/^tiers\.[^.]+\.reach\.points$/, '升级要累计积分', points, '不算'],
  [/^tiers\.[^.]+\.reach\.yearPoints$/, '升级要近 12 个月积分', points, '不算'],
  [/^tiers\.[^.]+\.reach\.load$/, '升级要累计储值', yuan, '不算'],
  [/^tiers\.[^.]+\.multiplierBp$/, '等级加成', (value) => formatMultiplier(Number(value))],
  [/^tiers\.[^.]+\.payBp$/, '等级折扣', (value) => sayDiscount(Number(value)) || '不打折'],
  [/^tiers\.[^.]+\.privileges$/, '等级权益', (value) => (value as string[]).join('、') || '无'],
  [/^tiers\.[^.]+\.gift$/, '升级礼', sayGift],
  [/^tiers\.[^.]+\.gift\.points$/, '升级礼', points],
  [/^tiers\.[^.]+\.gift\.words$/, '升级时说', words],
  [/^tiers\.[^.]+\.birthdayGift$/, '生日月送', points],
  [/^keep$/, '保级', sayKeep, '不用保级'],
  [
    /^keep\.period(\.kind)?$/,
    '保级期',
    (value) => (typeof value === 'string' ? sayPeriod({ kind: value }) : sayPeriod(value)),
  ],
  [/^keep\.period\.days$/, '保级期', (value) => `${value} 天`],
  [/^keep\.minSpend$/, '保级要消费', yuan],
  [/^keep\.tooLittle$/, '消费了但不够', (value) => tooLittle[String(value)] ?? words(value)],
  [/^keep\.pauses$/, '每年暂停一次', (value) => (value === true ? '可以' : '不可以')],
  [/^tierSales$/, '积分购买等级', saySales],
  [/^discountAt$/, '等级折扣由谁来打', (value) => (value === 'desk' ? '收银页' : '收银机')],
]
