import type { AnswerTo } from './cloud'
import { formatPoints } from './format-points'

type Reason = Extract<AnswerTo<'manager', 'proposals'>['proposals'][number], { kind: 'correction' }>['reason']

/** Why an account was corrected, told to the member and to who approves it. */
export const correctionReasons: Record<Reason, string> = {
  ACCOUNT_DIFFERED: '核对时余额和明细对不上，按明细更正',
  LEDGER_DAMAGED: '核对时有明细缺失或受损，余额以更正后为准',
}

/** What an account showed, however impossible: `1,280`, `−30`, `读不出`. */
export function formatShown(shown: number | null): string {
  if (shown === null) return '读不出'
  return shown < 0 ? `−${formatPoints(-shown)}` : formatPoints(shown)
}
