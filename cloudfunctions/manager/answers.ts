import type { Contract } from '../../core/contract'
import { MOST_ANSWERS } from '../../core/contract/answers'
import { businessDayOf } from '../../core/domain/calendar'
import { countAnswers } from '../../core/domain/questionnaire/count-answers'
import { accept, refuse } from '../../core/domain/result'
import { readAnswers } from '../../core/store/answers'
import { readPublished } from '../../core/store/programs'
import type { Handler } from '../serve'

/** Of the latest questionnaire that was asked, or of one before: counts of its newest answers. EARN-13. */
export const answers: Handler<Contract['manager']['answers']> = async ({ questionnaire: chosen }, env) => {
  const [staff, published] = await Promise.all([env.staff('manager.answers'), readPublished(env.db)])
  if (!staff.ok) return staff
  const today = businessDayOf(env.now)
  const begun = published.filter(({ validFrom }) => validFrom <= today)
  const asked = begun.flatMap(({ questionnaire }) => questionnaire ?? [])
  const each = asked.filter(({ id }, i) => asked.findIndex((other) => other.id === id) === i)
  const questionnaires = each.map(({ id, title }) => ({ id, title }))
  const shown = chosen === undefined ? each[0] : each.find(({ id }) => id === chosen)
  if (shown === undefined)
    return chosen === undefined ? accept({ questionnaires, shown: null }) : refuse('QUESTIONNAIRE_NOT_FOUND')

  const { id, title, questions } = shown
  const found = await readAnswers(env.db, id, MOST_ANSWERS + 1)
  const counted = found.slice(0, MOST_ANSWERS)
  const about = { id, title, isOpen: id === begun[0]?.questionnaire?.id }
  const counts = { questions: countAnswers(questions, counted), answered: counted.length }
  return accept({ questionnaires, shown: { ...about, ...counts, more: found.length > MOST_ANSWERS } })
}
