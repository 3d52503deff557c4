import type { Books } from '../books'
import type { Invocation } from '../invocation'

/** Said once more in other words than the product's: whom each may bring in and send away. */
const BELOW: Record<string, string> = { clerk: '', manager: 'clerk', admin: 'clerk manager admin' }
const LARGEST_BILL: Record<string, number> = { clerk: 8000, manager: 9500, admin: Number.POSITIVE_INFINITY }

const postsOf = (books: Books, { question, since }: Invocation) =>
  books.since(books.roles.get(question.who ?? ''), since).filter((post) => post !== null)

/** SEC-03: had he, at some moment since he asked, the power over such a colleague? */
export const hadPower = (books: Books, by: Invocation, of: { role: string; branch: string }): boolean =>
  postsOf(books, by).some(
    ({ role, branch }) =>
      BELOW[role]?.split(' ').includes(of.role) && (role === 'admin' || branch === of.branch),
  )

/** SEC-03: nobody settles more than his role may. */
export function watchLimit(books: Books, by: Invocation): void {
  const amount = Number(by.question.input.amount)
  books.holds(
    postsOf(books, by).some(({ role }) => amount <= (LARGEST_BILL[role] ?? 0)),
    'SEC-03',
    () => `${by.question.who} settled ${amount} alone`,
  )
}

const LARGEST_REVERSAL: Record<string, number> = { clerk: 6000 }

/** SEC-03: nobody takes back a bill that is larger than his role may, or another branch's. */
export function watchReversal(books: Books, by: Invocation, member: string): void {
  const bill = books.person(member).plain.settled.get(String(by.question.input.bill))
  books.holds(
    postsOf(books, by).some(
      ({ role }) => (bill?.fen ?? 0) <= (LARGEST_REVERSAL[role] ?? Number.POSITIVE_INFINITY),
    ),
    'SEC-03',
    () => `${by.question.who} took back a bill of ${bill?.fen}`,
  )
}

/** SEC-03: nobody takes back a claim that is worth more than a bill he may take back. */
export function watchWorth(books: Books, by: Invocation, { worth }: { worth: number }): void {
  books.holds(
    postsOf(books, by).some(({ role }) => worth <= (LARGEST_REVERSAL[role] ?? Number.POSITIVE_INFINITY)),
    'SEC-03',
    () => `${by.question.who} took back a claim worth ${worth}`,
  )
}
