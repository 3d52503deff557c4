import type { Judge } from './answer'
import { programOn } from './house'
import { plainDay } from './plain-lots'
import type { PlainMember } from './plain-model'
import { plainPrice } from './plain-price'
import { plainTime } from './plain-time'

/** CAMP-04: the mall shows what he would be asked, at some moment since it was looked at. */
export const judgePrices: Judge = (books, run, { ok, data = {} }) => {
  const { asked, who } = run.question
  if (!ok || asked !== 'mall.list') return
  const today = plainDay(run.now.getTime())
  const program = run.program ?? programOn(books.house, today)
  const shown = (data as { offers: { id: string; points: number }[] }).offers
  const isAsked = (then: PlainMember) => {
    plainTime(then, today, program)
    return program.rewards.every(
      (reward) =>
        shown.find(({ id }) => id === reward.id)?.points === plainPrice(then, reward, today, program),
    )
  }
  books.holds(
    books
      .since(books.person(who ?? '').states, run.since)
      .some(({ plain }) => isAsked(structuredClone(plain))),
    'CAMP-04',
    () => `${who} was shown ${JSON.stringify(shown.map(({ id, points }) => [id, points]))}`,
  )
}
