import type { Health } from '../../../core/store/health'
import type { Books } from '../books'
import type { Write } from '../engine'

/** What is counted was asked, and is counted once; what an instance dies with is not counted. OPS-01. */
export function watchHealth(books: Books, { after }: Write) {
  const is = after as unknown as Health | null
  for (const procedure of Object.keys(is?.procedures ?? {})) {
    const days = books.engine
      .all<Health>('health')
      .filter(({ _id, name }) => name === is?.name && _id !== is._id)
    const counted = [...days, is].reduce((sum, day) => sum + (day?.procedures[procedure]?.calls ?? 0), 0)
    const asked = books.times.get(`${is?.name}.${procedure}`) ?? 0
    books.holds(
      counted <= asked,
      'OPS-01',
      () => `${is?.name}.${procedure} was asked ${asked} times and counted ${counted} times`,
    )
  }
}
