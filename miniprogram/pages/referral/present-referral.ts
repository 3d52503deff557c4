import type { AnswerTo } from '../../services/cloud'
import { groupCode } from '../../services/format-code'
import { formatDay } from '../../services/format-day'
import { formatPoints } from '../../services/format-points'
import { sayReferral } from '../../services/say-referral'

type Referral = AnswerTo<'member', 'referral'>
type Friend = Referral['friends'][number]

const NOBODY = '一位好友'

const tags: Record<Friend['status'], { tag: string; tone: string }> = {
  joined: { tag: '已注册', tone: '' },
  awaitingOrder: { tag: '待首单', tone: '' },
  pending: { tag: '待生效', tone: 'tag-warn' },
  arrived: { tag: '已到账', tone: 'tag-good' },
  excluded: { tag: '不符合', tone: '' },
}

const reasons: Record<NonNullable<Friend['reason']>, string> = {
  STAFF: '店员不参加邀请活动',
  BARRED: '你的积分功能当时已暂停',
  MONTH_FULL: '那个月的奖励次数已用完',
}

function presentFriend(friend: Friend, index: number) {
  const { name, joinedOn, status, reason, points, until } = friend
  const more = reason === null ? '' : `，${reasons[reason]}`
  const when = until === null ? '' : `，${formatDay(until)}到账`
  return {
    id: index,
    name: name ?? NOBODY,
    mark: (name ?? '友').slice(0, 1),
    when: `${formatDay(joinedOn)}加入${more}${when}`,
    points: points > 0 ? `+${formatPoints(points)}` : '',
    ...tags[status],
  }
}

/** The page: his code, what a friend is worth, what came of it so far, friend by friend. */
export function presentReferral({ code, terms, month, earned, waiting, friends }: Referral) {
  const left = month.most === null ? null : Math.max(month.most - month.rewards, 0)
  return {
    code,
    shownCode: groupCode(code),
    rules: terms === null ? '' : sayReferral(terms),
    isOff: terms === null,
    invited: friends.length >= 100 ? '100+' : String(friends.length),
    earned: formatPoints(earned),
    waiting: waiting > 0 ? `其中 ${formatPoints(waiting)} 待生效` : '',
    left: left === null ? '' : `本月还能得 ${left} 次奖励`,
    friends: friends.map(presentFriend),
  }
}
