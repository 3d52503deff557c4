import type { AnswerTo } from '../../services/cloud'
import { formatDay, formatMoment } from '../../services/format-day'
import { formatDelta, formatPoints } from '../../services/format-points'
import { formatYuan } from '../../services/format-yuan'
import { sayUntil } from '../../services/say-bar'

type Tellings = AnswerTo<'manager', 'tellings'>['tellings']
type Telling = Tellings[number]
type Kind = Telling['news']['kind']

const KINDS: Record<Kind, string> = {
  arrived: '积分到账',
  returned: '兑换作废',
  expiring: '到期提醒',
  affordable: '够换奖励',
  tier: '等级变化',
  keeping: '保级提醒',
  barred: '积分暂停',
  barLifted: '积分恢复',
  birthday: '生日祝贺',
  anniversary: '入会周年',
  statement: '月账单',
}

const OUTCOMES: Record<Telling['outcome'], { words: string; tone: string }> = {
  sent: { words: '已送达', tone: 'good' },
  asked: { words: '不确定', tone: 'warn' },
  notAllowed: { words: '他已不再允许', tone: 'plain' },
  refused: { words: '微信没有发', tone: 'warn' },
}

/** What it told, in one line. */
function sayNews(news: Telling['news']): string {
  switch (news.kind) {
    case 'arrived':
      return formatDelta(news.points)
    case 'expiring':
      return `${formatPoints(news.points)} 积分，${formatDay(news.on)}到期`
    case 'returned':
      return `${news.rewardName}，退回 ${formatPoints(news.points)} 积分`
    case 'affordable':
      return news.rewardName
    case 'tier':
      return news.tierName
    case 'keeping':
      return `${news.tierName}还差 ${formatYuan(news.missing)}`
    case 'barred':
      return sayUntil(news.until)
    case 'barLifted':
      return ''
    case 'birthday':
      return formatDay(news.on)
    case 'anniversary':
      return `${news.years} 周年，${formatDelta(news.points)}`
    case 'statement':
      return `余额 ${formatPoints(news.balance)}`
  }
}

export const viewTelling = ({ member, at, news, outcome }: Telling) => ({
  id: `${member} ${at}`,
  member,
  who: `会员 …${member.slice(-4)}`,
  when: formatMoment(at),
  kind: KINDS[news.kind],
  what: sayNews(news),
  ...OUTCOMES[outcome],
})
export type TellingView = ReturnType<typeof viewTelling>

/** How many of each kind arrived, the most first. */
export function countKinds(tellings: Tellings): { kind: string; sent: number; not: number }[] {
  const kinds = Object.keys(KINDS) as Kind[]
  return kinds
    .map((kind) => {
      const all = tellings.filter(({ news }) => news.kind === kind)
      const sent = all.filter(({ outcome }) => outcome === 'sent').length
      return { kind: KINDS[kind], sent, not: all.length - sent }
    })
    .filter(({ sent, not }) => sent + not > 0)
    .sort((a, b) => b.sent - a.sent)
}
