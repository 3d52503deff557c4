import { formatPoints } from '../../services/format-points'
import { formatYuan } from '../../services/format-yuan'
import { writeRows } from '../trail/write-csv'
import type { Credit } from './read-credits'

const sum = (credits: readonly Credit[], of: (credit: Credit) => number): number =>
  credits.reduce((total, credit) => total + of(credit), 0)

/** For how many members one sees at a glance whom somebody credited most. */
const SHOWN = 5

const nameMember = (member: string): string => `会员 …${member.slice(-4)}`

function viewColleague(credits: readonly Credit[]) {
  const [first] = credits
  const own = sum(
    credits.filter((credit) => credit.own),
    ({ bills }) => bills,
  )
  const reversed = sum(credits, (credit) => credit.reversed)
  const small = sum(credits, (credit) => credit.small)
  const often = [...credits].sort((one, other) => other.bills - one.bills || other.points - one.points)
  return {
    staff: first?.staff ?? '',
    name: first?.name ?? '',
    branchName: first?.branchName ?? '',
    initial: first?.name.slice(0, 1) ?? '',
    bills: sum(credits, ({ bills }) => bills),
    facts: [
      { label: '金额', value: formatYuan(sum(credits, ({ amount }) => amount)) },
      { label: '积分', value: formatPoints(sum(credits, ({ points }) => points)) },
      { label: '手工加', value: formatPoints(sum(credits, ({ given }) => given)) },
      { label: '手工扣', value: formatPoints(sum(credits, ({ taken }) => taken)) },
    ],
    flags: [
      ...(own > 0 ? [`记给自己 ${own} 笔`] : []),
      ...(small > 0 ? [`小额 ${small} 笔`] : []),
      ...(sum(credits, ({ proposed }) => proposed) > 0
        ? [`提出调整 ${sum(credits, ({ proposed }) => proposed)} 次`]
        : []),
      ...(reversed > 0 ? [`退单 ${reversed} 笔`] : []),
    ],
    members: often.slice(0, SHOWN).map((credit) => ({
      member: credit.member,
      name: credit.own ? '他自己' : nameMember(credit.member),
      told: `${credit.bills} 笔 · ${formatYuan(credit.amount)} · ${formatPoints(credit.points + credit.given)} 积分`,
    })),
    more: Math.max(0, often.length - SHOWN),
  }
}
export type ColleagueView = ReturnType<typeof viewColleague>

/** One card a colleague, who did most first. */
export function viewColleagues(credits: readonly Credit[]): ColleagueView[] {
  const byStaff = new Map<string, Credit[]>()
  for (const credit of credits) byStaff.set(credit.staff, [...(byStaff.get(credit.staff) ?? []), credit])
  return [...byStaff.values()].map(viewColleague).sort((one, other) => other.bills - one.bills)
}

const HEAD = [
  '门店',
  '同事',
  '会员号',
  '本人',
  '账单数',
  '小额账单',
  '金额（元）',
  '账单积分',
  '手工加',
  '手工扣',
  '提出调整',
  '退单数',
  '退单收回',
]

/** A row for each colleague and member, as a spreadsheet reads it. */
export const writeCredits = (credits: readonly Credit[]): string =>
  writeRows([
    HEAD,
    ...credits.map((credit) => [
      credit.branchName,
      credit.name,
      credit.member,
      credit.own ? '是' : '',
      String(credit.bills),
      String(credit.small),
      formatYuan(credit.amount).replace(/[¥,]/g, ''),
      String(credit.points),
      String(credit.given),
      String(credit.taken),
      String(credit.proposed),
      String(credit.reversed),
      String(credit.takenBack),
    ]),
  ])
