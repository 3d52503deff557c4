import { businessDayOf } from '../../core/domain/calendar'
import type { Action } from '../../core/store/trail'
import type { Answer, Judge } from './answer'
import type { Books } from './books'
import type { Invocation } from './invocation'

/** Who may ask, what is written down of it, and how often one may be wrong: by a table of our own. */
export const judgeRights: Judge = (books, run, answer) => {
  onlyStaff(books, run, answer)
  isWrittenDown(books, run, answer)
  isNotGuessing(books, run, answer)
  onlyHisBranch(books, run, answer)
}

const ASK_CASHIER = ['clerk', 'manager', 'admin']
const ASK_MANAGER = ['manager', 'admin']
/** A stranger asks this. */
const FOR_STRANGERS = 'cashier.acceptInvitation'

const rolesFor = (asked: string): string[] | null => {
  if (asked === FOR_STRANGERS) return null
  if (asked.startsWith('cashier.')) return ASK_CASHIER
  return asked.startsWith('manager.') ? ASK_MANAGER : null
}

const postsOf = (books: Books, { question, since }: Invocation) =>
  books.since(books.roles.get(question.who ?? ''), since)

/** SEC-03: who is answered had the role at some moment since he asked. */
function onlyStaff(books: Books, run: Invocation, { ok }: Answer): void {
  const roles = rolesFor(run.question.asked)
  if (!ok || roles === null) return
  const were = postsOf(books, run)
  books.holds(
    were.some((one) => one !== null && roles.includes(one.role)),
    'SEC-03',
    () => `${run.question.asked} was answered to ${run.question.who}, who was ${JSON.stringify(were)}`,
  )
}

/** What shows a member to a colleague. */
const SHOWN = ['cashier.identify', 'cashier.findByPhone', 'cashier.inspectCode', 'manager.member']
const UNDECIDED = ['BUSY', 'INTERNAL']

/** SEC-02: what somebody known was refused or shown stands in the trail before he is answered. */
function isWrittenDown(books: Books, run: Invocation, { ok, refusal = '' }: Answer): void {
  const { question, now, since } = run
  const { asked, who } = question
  // Who became staff while he asked may have been a stranger when he was looked up.
  const known = books.roles.get(who ?? '')?.[0]
  if (rolesFor(asked) === null || known === undefined || known.step > since) return
  if (ok ? !SHOWN.includes(asked) : UNDECIDED.includes(refusal)) return
  const outcome = ok ? 'ok' : refusal
  const records = books.engine
    .all<{ action: Action }>('actions')
    .filter(
      ({ action }) =>
        action.staff === who &&
        action.procedure === asked &&
        action.outcome === outcome &&
        action.id.startsWith(`${now.getTime()}-`),
    )
  books.holds(records.length > 0, 'SEC-02', () => `${asked} of ${who} was ${outcome} and is not written down`)
}

/** SEC-02: a manager reads of his branch only. */
function onlyHisBranch(books: Books, run: Invocation, { ok, data }: Answer): void {
  if (!ok || run.question.asked !== 'manager.trail') return
  const were = postsOf(books, run)
  if (were.some((one) => one?.role === 'admin')) return
  const actions = (data?.actions ?? []) as { branchName: string; at: string }[]
  const { day } = run.question.input
  books.holds(
    actions.every(({ branchName, at }) => {
      const isHis = were.some((one) => branchName === `${one?.branch} branch`)
      return isHis && (day === undefined || businessDayOf(new Date(at)) === day)
    }),
    'SEC-02',
    () => `${run.question.who}, who was ${JSON.stringify(were)}, reads of ${JSON.stringify(actions)}`,
  )
}

const WRONG: Record<string, string[]> = {
  'cashier.identify': ['CODE_NOT_UNDERSTOOD', 'CODE_FROM_ANOTHER_RESTAURANT'],
  'cashier.findByPhone': ['PHONE_NOT_FOUND'],
  'cashier.inspectCode': ['CODE_NOT_UNDERSTOOD', 'CODE_FROM_ANOTHER_RESTAURANT', 'CODE_NOT_FOUND'],
  'cashier.redeemCode': ['CODE_NOT_UNDERSTOOD', 'CODE_FROM_ANOTHER_RESTAURANT', 'CODE_NOT_FOUND'],
  'cashier.reverseClaim': ['CODE_NOT_UNDERSTOOD', 'CODE_FROM_ANOTHER_RESTAURANT', 'CODE_NOT_FOUND'],
  'cashier.acceptInvitation': ['INVITATION_NOT_FOUND'],
  'member.sit': ['TABLE_NOT_FOUND'],
}
const QUARTER_MS = 900_000
/** Ten, and as many as can be on their way when the tenth is counted. */
const MOST_OF_ONE = 10 + 6
const MOST_OF_A_BRANCH = 30 + 6

/** F9: a wrong code is told apart from a right one so many times in a quarter of an hour, and no more. */
function isNotGuessing(books: Books, run: Invocation, { ok, refusal = '' }: Answer): void {
  const { asked, who } = run.question
  if (ok || !WRONG[asked]?.includes(refusal)) return
  const quarter = Math.floor(run.now.getTime() / QUARTER_MS)
  const branches = asked.startsWith('cashier.') ? postsOf(books, run).map((one) => one?.branch) : []
  const [branch] = asked === FOR_STRANGERS || new Set(branches).size > 1 ? [] : branches
  countTo(books, `${who} ${quarter}`, MOST_OF_ONE)
  if (branch !== undefined) countTo(books, `${branch} ${quarter}`, MOST_OF_A_BRANCH)
}

function countTo(books: Books, what: string, most: number): void {
  const times = (books.wrong.get(what) ?? 0) + 1
  books.wrong.set(what, times)
  books.holds(times <= most, 'F9', () => `${what} was wrong ${times} times`)
}
