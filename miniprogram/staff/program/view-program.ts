import { formatDay, formatMoment } from '../../services/format-day'
import { formatPoints } from '../../services/format-points'
import { formatYuan } from '../../services/format-yuan'
import type { Terms, Written } from './form'
import type { Judged } from './lint-draft'
import type { Section } from './say-place'
import type { RemarkView } from './say-remark'

type Version = Written['published'][number]

const STATES = {
  coming: { state: '将要生效', tone: 'warn' },
  valid: { state: '正在生效', tone: 'good' },
  over: { state: '已结束', tone: 'plain' },
}

export function viewVersions({
  published,
  version,
  today,
}: Pick<Written, 'published' | 'version' | 'today'>) {
  const stateOf = ({ version: name, validFrom }: Version) => {
    if (validFrom > today) return STATES.coming
    return name === version ? STATES.valid : STATES.over
  }
  return published.map((one) => ({
    version: one.version,
    from: `${formatDay(one.validFrom)}起`,
    by:
      one.publishedBy === null || one.publishedAt === null
        ? '开店时的规则'
        : `${one.publishedBy} ${formatMoment(one.publishedAt)} 发布`,
    ...stateOf(one),
  }))
}
export type VersionView = ReturnType<typeof viewVersions>[number]

export const viewRewards = ({ rewards }: Terms) =>
  rewards.map(({ id, name, points, worth }) => ({
    id,
    name,
    price: `${formatPoints(points)} 积分`,
    worth: `值 ${formatYuan(worth)}`,
  }))

function sayDraft({ draft, published, today }: Written): string {
  if (draft !== null) return `草稿：${draft.savedBy} ${formatMoment(draft.savedAt)} 存的，还没有发布`
  const isComing = published.some(({ validFrom }) => validFrom > today)
  return isComing ? '下面是正在生效的规则；将要生效的那版不能再改，只能再发布一版' : ''
}

export const chipsOf = (named: readonly { id: string; name: string }[]) =>
  named.map(({ id, name }) => ({ key: id, text: name }))

/** All of the page that is shown and not written. */
export const viewPage = (written: Written) => ({
  today: written.today,
  versions: viewVersions(written),
  taken: written.published.map(({ validFrom }) => validFrom),
  draftWords: sayDraft(written),
  hasDraft: written.draft !== null,
  revision: written.revision,
  branches: written.branches,
  branchChips: chipsOf(written.branches),
})
export type PageView = ReturnType<typeof viewPage>

export const blankPage: PageView = {
  today: '',
  versions: [],
  taken: [],
  draftWords: '',
  hasDraft: false,
  revision: 0,
  branches: [],
  branchChips: [],
}

export type Remarks = Partial<Record<Section, RemarkView[]>>

export function bySection(remarks: readonly RemarkView[]): Remarks {
  const sections = [...new Set(remarks.map(({ section }) => section))]
  return Object.fromEntries(
    sections.map((section) => [section, remarks.filter((remark) => remark.section === section)]),
  )
}

/** How it stands with what is written, in one line. */
export function sayStanding(isReadable: boolean, judged: Judged | null): { words: string; tone: string } {
  if (!isReadable) return { words: '有几处没有填对', tone: 'bad' }
  if (judged === null) return { words: '正在检查', tone: 'plain' }
  const { errors, remarks } = judged
  const advice = remarks.length - errors
  if (errors > 0) return { words: `${errors} 处必须改${advice > 0 ? `，${advice} 处看看` : ''}`, tone: 'bad' }
  return advice > 0 ? { words: `${advice} 处建议看看`, tone: 'warn' } : { words: '没有问题', tone: 'good' }
}
