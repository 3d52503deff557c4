import { contract, type Procedure } from '../../core/contract'
import type { Answer, Judge } from './answer'
import type { Books } from './books'
import type { Invocation } from './invocation'
import { judgeCommand } from './judge-command'
import { judgeCounter } from './judge-counter'
import { judgePhone } from './judge-phone'
import { judgePoster } from './judge-poster'
import { judgePrices } from './judge-prices'
import { judgeQuestionnaire } from './judge-questionnaire'
import { judgeRead } from './judge-read'
import { judgeRights } from './judge-rights'
import { judgeTill } from './judge-till'

const SYSTEM = ['FORBIDDEN', 'KEY_REUSED', 'BUSY', 'INTERNAL']

const judges: Judge[] = [
  judgeCommand,
  judgeCounter,
  judgeRead,
  judgePrices,
  judgeRights,
  judgePhone,
  judgePoster,
  judgeQuestionnaire,
]

/** Every answer is compared with what is known at the moment it is given. */
export function judge(books: Books, run: Invocation, answer: unknown) {
  const { question } = run
  if (question.asked !== 'pos.orders') books.tell(question.asked, answer as Answer)
  if (question.asked === 'pos.orders') return judgeTill(books, run, answer)
  const { ok, refusal } = answer as Answer
  books.holds(
    !(ok && question.hostile),
    'F9',
    () =>
      `${question.asked} was answered yes to somebody without the right: ${JSON.stringify(question.input)}`,
  )
  books.holds(
    refusal !== 'INTERNAL' || run.troubled,
    'no unhandled error',
    () => `${question.asked} answered INTERNAL although nothing had failed`,
  )
  if (question.asked === 'jobs.tick') return
  books.holds(
    ok || isListed(question.asked, refusal ?? ''),
    'named refusals',
    () => `${question.asked} answered ${refusal}`,
  )
  for (const one of judges) one(books, run, answer as Answer)
}

function isListed(asked: string, refusal: string): boolean {
  const [name = '', procedure = ''] = asked.split('.')
  const procedures: Record<string, Record<string, Procedure>> = contract
  return SYSTEM.includes(refusal) || (procedures[name]?.[procedure]?.refusals.includes(refusal) ?? false)
}
