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
