import { formatMomentInFull } from '../../services/format-day'
import { nameProcedure } from '../../services/name-procedure'
import { roleNames } from '../team/team-view'
import { type Action, nameSubject } from './view-trail'

const HEAD = ['时间', '门店', '姓名', '职位', '操作', '会员号', '对象', '结果', '编号']

/** Excel takes a file for UTF-8 by this. */
const BOM = '\ufeff'

/** What a spreadsheet would run rather than show. */
const FORMULA = /^[=+\-@\t\r]/

/** `=1+1` becomes `'=1+1`: a colleague may be called anything, and nothing he is called is run. */
function writeField(text: string): string {
  const plain = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replace(/"/g, '""')}"` : plain
}

const rowOf = (action: Action): string[] => [
  formatMomentInFull(action.at),
  action.branchName,
  action.name,
  roleNames[action.role],
  nameProcedure(action.procedure),
  action.member ?? '',
  nameSubject(action),
  action.outcome,
  action.key ?? '',
]

export const writeRows = (rows: readonly (readonly string[])[]): string =>
  BOM + rows.map((row) => `${row.map(writeField).join(',')}\r\n`).join('')

/** The trail as a spreadsheet reads it, oldest last as on the screen. */
export const writeCsv = (actions: readonly Action[]): string => writeRows([HEAD, ...actions.map(rowOf)])
