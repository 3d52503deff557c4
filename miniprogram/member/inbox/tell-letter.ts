import type { AnswerTo } from '../../services/cloud'
import { formatDay, formatMonth } from '../../services/format-day'
import { formatDelta, formatMultiplier, formatPoints } from '../../services/format-points'
import { formatYuan } from '../../services/format-yuan'
import { sayBarred } from '../../services/say-bar'
import { sayDiscount } from '../../services/say-discount'
import { sources } from '../../services/say-source'
import { sayStamps } from '../../services/say-stamps'

export type Letter = AnswerTo<'member', 'inbox'>['letters'][number]
type News<K extends Letter['news']['kind']> = Extract<Letter['news'], { kind: K }>

/** What stands on the card of a letter. */
export interface Told {
  /** One character in the round mark, and its colour. */
  mark: string
  tone: 'earn' | 'warn' | 'urgent' | 'good' | 'plain'
  title: string
  body: string
  /** What a tap does, in words, and where it leads. */
  act: string
  url: string
}

const MALL = '/pages/mall/mall'
const LEDGER = '/pages/ledger/ledger'
const HOME = '/pages/home/home'
/** The only page a letter leads to that is no tab. */
export const LEVELS = '/pages/levels/levels'

/** What a letter says. */
export function tellLetter(news: Letter['news']): Told {
  switch (news.kind) {
    case 'arrived':
      return tellArrived(news)
    case 'returned':
      return tellReturned(news)
    case 'expiring':
      return tellExpiring(news)
    case 'statement':
      return tellStatement(news)
    case 'affordable': {
      const others = news.others > 0 ? `，另外 ${news.others} 款也够了` : ''
      const body = `${formatPoints(news.points)} 积分就能换${others}`
      return {
        mark: '兑',
        tone: 'good',
        title: `可以兑换${news.rewardName}了`,
        body,
        act: '去兑换',
        url: MALL,
      }
    }
    case 'tier': {
      const title = news.up ? `升级为${news.tierName}` : `等级变为${news.tierName}`
      const body = news.up ? '谢谢你常来，新等级的权益从今天起就有' : '再来几次，很快就能升回去'
      return { mark: '级', tone: news.up ? 'warn' : 'plain', title, body, act: '看看等级', url: LEVELS }
    }
    case 'keeping': {
      const title = `${news.tierName}还差 ${formatYuan(news.missing)} 保级`
      const body = `${formatDay(news.until)}前的消费都算；不够会变为${news.below}`
      return { mark: '保', tone: 'urgent', title, body, act: '看看等级', url: LEVELS }
    }
    case 'barred': {
      const body = `${news.reason}。${sayBarred(news.until)}`
      return { mark: '停', tone: 'urgent', title: '积分功能已暂停', body, act: '看明细', url: LEDGER }
    }
    case 'barLifted': {
      const body = '积分和等级都在，又可以攒积分、兑换和签到了'
      return { mark: '复', tone: 'good', title: '积分功能已恢复', body, act: '回首页', url: HOME }
    }
    case 'anniversary':
      return tellAnniversary(news)
    case 'birthday':
      return tellBirthday(news)
  }
}

function tellArrived({ points, balance, cause }: News<'arrived'>): Told {
  const from = {
    joined: () => '入会礼',
    bill: () => (cause.type === 'bill' ? `${cause.branchName}消费 ${formatYuan(cause.amount)}` : ''),
    granted: () => (cause.type === 'granted' ? sources[cause.source] : ''),
  }[cause.type]()
  const body = `${from} · 现有 ${formatPoints(balance)} 积分`
  return {
    mark: '到',
    tone: 'earn',
    title: `积分到账 ${formatDelta(points)}`,
    body,
    act: '看明细',
    url: LEDGER,
  }
}

function tellReturned({ rewardName, points, repaid, stamps, balance, reason }: News<'returned'>): Told {
  const paid = repaid > 0 ? `，其中 ${formatPoints(repaid)} 抵了欠分` : ''
  const back =
    stamps === undefined
      ? `${formatPoints(points)} 积分${paid}，现有 ${formatPoints(balance)} 积分`
      : sayStamps(stamps)
  const body = `${reason} · 退回 ${back}`
  return {
    mark: '退',
    tone: 'good',
    title: `${rewardName}的兑换码已作废`,
    body,
    act: '看看换别的',
    url: MALL,
  }
}

function tellExpiring({ points, on, total, until, days }: News<'expiring'>): Told {
  const rest =
    total > points
      ? `到 ${formatDay(until)}共 ${formatPoints(total)} 积分到期，先到期的先用`
      : '当天还能用，过后就没有了'
  const title = `${formatPoints(points)} 积分将于 ${formatDay(on)}到期`
  return {
    mark: '期',
    tone: days <= 7 ? 'urgent' : 'warn',
    title,
    body: rest,
    act: '看看能换什么',
    url: MALL,
  }
}

function tellStatement({ month, balance, affordable, best, next }: News<'statement'>): Told {
  const have = best === null ? '' : `，能换${best}${affordable > 1 ? `等 ${affordable} 款` : ''}`
  const goal = best === null && next !== null ? `，再得 ${formatPoints(next.missing)} 可换${next.name}` : ''
  const body = `现有 ${formatPoints(balance)} 积分${have}${goal}`
  return { mark: '月', tone: 'plain', title: `${formatMonth(month)}积分账单`, body, act: '去商城', url: MALL }
}

function tellAnniversary({ years, points, balance }: News<'anniversary'>): Told {
  const body = `谢谢你一直来，送你 ${formatPoints(points)} 积分 · 现有 ${formatPoints(balance)} 积分`
  return { mark: '周', tone: 'earn', title: `入会 ${years} 周年快乐`, body, act: '看明细', url: LEDGER }
}

function tellBirthday({ on, gift, payBp }: News<'birthday'>): Told {
  const when = gift?.window === 'day' ? '生日当天' : '生日当月'
  const promises = [
    ...(payBp === undefined ? [] : [`当天一单 ${sayDiscount(payBp)}`]),
    ...(gift ? [`${when}消费，积分 ${formatMultiplier(gift.bp)}`] : []),
  ]
  const body = promises.join('；') || '愿你天天有好胃口'
  const title = `祝你 ${formatDay(on).replace(/^\d+年/, '')}生日快乐`
  return { mark: '生', tone: 'earn', title, body, act: '回首页', url: HOME }
}
