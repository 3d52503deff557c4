import { type AnswerTo, ask, type Outcome } from '../../services/cloud'

export type Credit = AnswerTo<'manager', 'credits'>['credits'][number]

/** Pages of five hundred deeds: a month of a busy house. Who wants more takes fewer days. */
const MOST_PAGES = 40

type Read =
  | { ok: true; credits: Credit[]; cut: boolean; when: string }
  | Extract<Outcome<'manager', 'credits'>, { ok: false }>

/** What colleagues did in some days, page by page, added up for each colleague and member. */
export async function readCredits(days: number, whenSlow: () => void): Promise<Read> {
  const sums = new Map<string, Credit>()
  let before: string | null = null
  let when = ''
  for (let page = 0; page < MOST_PAGES; page++) {
    const outcome: Outcome<'manager', 'credits'> = await ask(
      'manager',
      'credits',
      { days, ...(before === null ? {} : { before }) },
      whenSlow,
    )
    if (!outcome.ok) return outcome
    for (const credit of outcome.data.credits) {
      const id = `${credit.staff} ${credit.member}`
      const known = sums.get(id)
      sums.set(id, known === undefined ? credit : addUp(known, credit))
    }
    before = outcome.data.next
    when = `${outcome.data.from}-${outcome.data.to}`
    if (before === null) return { ok: true, credits: [...sums.values()], cut: false, when }
  }
  return { ok: true, credits: [...sums.values()], cut: true, when }
}

const addUp = (one: Credit, other: Credit): Credit => ({
  ...one,
  bills: one.bills + other.bills,
  amount: one.amount + other.amount,
  points: one.points + other.points,
  small: one.small + other.small,
  given: one.given + other.given,
  taken: one.taken + other.taken,
  proposed: one.proposed + other.proposed,
  reversed: one.reversed + other.reversed,
  takenBack: one.takenBack + other.takenBack,
})
