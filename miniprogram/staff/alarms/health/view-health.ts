import type { AnswerTo } from '../../../services/cloud'
import { formatPoints } from '../../../services/format-points'
import { nameProcedure } from '../../../services/name-procedure'

type ProcedureHealth = AnswerTo<'manager', 'health'>['procedures'][number]
export type Figures = ProcedureHealth['today']

const percent = (part: number, all: number): string => {
  if (part === 0 || all === 0) return '0%'
  const share = (part * 100) / all
  return share < 0.1 ? '不到 0.1%' : `${share.toFixed(1)}%`
}

/** Calls are counted in buckets, so only the end of a bucket is known. */
const within = (ms: number | null): string => {
  if (ms === null) return '超过 3.2 秒'
  return ms < 1000 ? `${ms} 毫秒内` : `${ms / 1000} 秒内`
}

const sayCalls = ({ calls, failed, refused }: Figures): string =>
  calls === 0
    ? '还没有用过'
    : `${formatPoints(calls)} 次 · 出错 ${percent(failed, calls)} · 没办成 ${percent(refused, calls)}`

function saySpeed({ p50, p95, p99, roundTrips, calls }: Figures): string {
  if (calls === 0) return ''
  const all = p50 === p99 && p50 !== null
  const speed = all ? `都在 ${within(p50)}` : `一半 ${within(p50)} · 95% ${within(p95)} · 99% ${within(p99)}`
  return `${speed} · 往返 ${roundTrips} 趟`
}

const viewProcedure = ({ procedure, today, week }: ProcedureHealth) => ({
  procedure,
  title: nameProcedure(procedure),
  isBad: today.failed > 0,
  today: sayCalls(today),
  todaySpeed: saySpeed(today),
  week: sayCalls(week),
  weekSpeed: saySpeed(week),
})
export type ProcedureView = ReturnType<typeof viewProcedure>

/** What failed stands first, then what is used most. */
export const viewHealth = (procedures: readonly ProcedureHealth[]): ProcedureView[] =>
  [...procedures]
    .sort((one, other) => other.today.failed - one.today.failed || other.week.calls - one.week.calls)
    .map(viewProcedure)

/** The whole house in one sentence. */
export function sayHouse(procedures: readonly ProcedureHealth[]): string {
  const calls = procedures.reduce((sum, { today }) => sum + today.calls, 0)
  const failed = procedures.reduce((sum, { today }) => sum + today.failed, 0)
  if (calls === 0) return '今天还没有人用过'
  return failed === 0
    ? `今天 ${formatPoints(calls)} 次，没有出错`
    : `今天 ${formatPoints(calls)} 次，出错 ${formatPoints(failed)} 次`
}
