import type { AnswerTo } from '../../services/cloud'
import { formatDay } from '../../services/format-day'
import { formatPoints } from '../../services/format-points'
import { formatYuan } from '../../services/format-yuan'

type Shelf = AnswerTo<'mall', 'list'>
type Offer = Shelf['offers'][number]

/** A reward as its tile and its sheet show it. */
export interface OfferView {
  id: string
  category: string
  name: string
  picture: string
  description: string
  points: string
  /** What it costs him, as `claim` is told. */
  price: number
  /** What it usually costs, where a campaign makes it cheaper, and why and until when; empty where none does. */
  usual: string
  deal: string
  until: string
  worth: string
  note: string
  tone: 'near' | 'gone' | ''
  /** Whether it can be claimed now; if not, why. */
  ready: boolean
  why: string
  /** How often a day; empty where there is no limit. */
  limit: string
  branches: string
  validity: string
  /** Balance after claiming it. */
  after: string
}

/** What I can afford first, cheapest first; what is gone comes last. PAGE-02. */
export function presentShelf({ today, balance, offers, redemptionDays }: Shelf): OfferView[] {
  const rank = (offer: Offer) => (offer.left === 0 ? 2 : offer.affordable ? 0 : 1)
  return [...offers]
    .sort((a, b) => rank(a) - rank(b) || a.points - b.points)
    .map((offer) => ({ ...presentOffer(offer, balance, redemptionDays), ...presentDeal(offer, today) }))
}

function presentDeal({ exchange }: Offer, today: string): Pick<OfferView, 'usual' | 'deal' | 'until'> {
  if (exchange === null) return { usual: '', deal: '', until: '' }
  const { name, usual, until } = exchange
  return {
    usual: formatPoints(usual),
    deal: name,
    until: until === today ? '只限今天' : `到${formatDay(until)}为止`,
  }
}

function presentOffer(
  offer: Offer,
  balance: number,
  redemptionDays: number,
): Omit<OfferView, 'usual' | 'deal' | 'until'> {
  const gone = offer.left === 0
  const isOver = offer.leftToday === 0
  const missing = `还差 ${formatPoints(offer.missing)} 积分`
  const left = offer.left === null ? '现在就能换' : `剩 ${offer.left} 份`
  return {
    id: offer.id,
    category: offer.category,
    name: offer.name,
    picture: offer.picture,
    description: offer.description,
    points: formatPoints(offer.points),
    price: offer.points,
    worth: formatYuan(offer.worth),
    note: gone ? '已换完' : isOver ? '今天换过了' : offer.affordable ? left : missing,
    tone: gone ? 'gone' : offer.affordable ? 'near' : '',
    ready: !gone && offer.affordable,
    why: gone ? '已经换完了，下次早点来' : isOver ? '今天换过了，凌晨 4 点后再来' : missing,
    limit: offer.perDay === null ? '' : `每人每天最多 ${offer.perDay} 次`,
    validity: `兑换后 ${redemptionDays} 天内使用，最后一天也能用`,
    branches: offer.branches === null ? '全部门店' : '部分门店，见兑换码',
    after: formatPoints(offer.affordable ? balance - offer.points : balance),
  }
}

const CATEGORIES: Record<Offer['category'], string> = {
  snack: '小菜',
  drink: '饮品',
  dish: '热菜',
  set: '套餐',
  treat: '惊喜',
}

/** 全部, 我能换的, then the categories that have something on the shelf. */
export function chipsFor(views: OfferView[]): { key: string; text: string }[] {
  const present = Object.entries(CATEGORIES).filter(([key]) => views.some((view) => view.category === key))
  return [
    { key: 'all', text: '全部' },
    { key: 'ready', text: '我能换的' },
    ...present.map(([key, text]) => ({ key, text })),
  ]
}

export function choose(views: OfferView[], key: string): OfferView[] {
  if (key === 'all') return views
  return views.filter((view) => (key === 'ready' ? view.ready : view.category === key))
}
