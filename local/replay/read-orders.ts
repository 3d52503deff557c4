import { join } from 'node:path'
import { BillNo, LARGEST_BILL } from '../../core/contract/primitives'
import { BadInput } from './bad-input'
import { type CsvRow, readCsv } from './read-csv'
import { readLocalTime } from './read-time'

/** One paid bill of the past. */
export interface Receipt {
  orderId: string
  /** Who paid; null for a guest who is no member. */
  ref: string | null
  at: Date
  /** In fen. */
  amount: number
  /** The branch's name as given. */
  branch: string
}

const COLUMNS = ['order_id', 'member_ref', 'paid_at', 'amount', 'branch'] as const
const LONGEST_NAME = 100

/** All receipts of a directory in the order they were paid. Whatever is wrong is told, line by line. */
export function readOrders(dir: string): Receipt[] {
  const { rows, problems } = readCsv(join(dir, 'orders.csv'), COLUMNS)
  const seen = new Set<string>()
  const receipts = rows.flatMap((row) => {
    const wrong = problemsOf(row, seen)
    problems.push(...wrong.map((problem) => `${row.where}: ${problem}`))
    return wrong.length > 0 ? [] : [receiptOf(row)]
  })
  if (problems.length === 0 && receipts.length === 0) problems.push('orders.csv holds no orders')
  if (problems.length > 0) throw new BadInput(problems)
  return receipts.sort((a, b) => a.at.getTime() - b.at.getTime())
}

type Row = CsvRow<(typeof COLUMNS)[number]>

function problemsOf({ cells }: Row, seen: Set<string>): string[] {
  const { order_id, member_ref, paid_at, amount, branch } = cells
  const problems: string[] = []
  if (!BillNo.safeParse(order_id).success)
    problems.push(`order_id "${order_id}" is not 1 to 64 letters, digits, ".", "_" or "-"`)
  if (readLocalTime(paid_at) === null)
    problems.push(`paid_at "${paid_at}" is not a time like 2019-04-01T07:01:20`)
  if (readYuan(amount) === null) problems.push(`amount "${amount}" is not yuan like 32.50, 200000.00 at most`)
  if (branch === '' || branch.length > LONGEST_NAME)
    problems.push(branch === '' ? 'the branch is missing' : 'the branch has too long a name')
  if (member_ref.length > LONGEST_NAME) problems.push('member_ref is too long')
  // A bill is known by its branch and number: two tills may count alike.
  const bill = `${branch} ${order_id}`
  if (seen.has(bill)) problems.push(`order_id "${order_id}" is there twice`)
  seen.add(bill)
  return problems
}

function receiptOf({ cells }: Row): Receipt {
  const at = readLocalTime(cells.paid_at) as Date
  const amount = readYuan(cells.amount) as number
  return { orderId: cells.order_id, ref: cells.member_ref || null, at, amount, branch: cells.branch }
}

/** `32.50` yuan are 3250 fen, read digit by digit so that no float is in between. */
function readYuan(text: string): number | null {
  const [, yuan, fen] = /^(\d{1,6})\.(\d\d)$/.exec(text) ?? []
  if (yuan === undefined || fen === undefined) return null
  const amount = Number(yuan + fen)
  return amount <= LARGEST_BILL ? amount : null
}
