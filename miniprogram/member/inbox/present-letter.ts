import { formatMoment } from '../../services/format-day'
import { type Letter, type Told, tellLetter } from './tell-letter'

/** A letter as its card shows it. */
export interface LetterView extends Told {
  no: number
  time: string
  unread: boolean
}

/** The letters of one day. */
export interface DayOfLetters {
  day: string
  letters: LetterView[]
}

/** Newest first, under the day they came on. */
export function presentLetters(letters: readonly Letter[], read: number): DayOfLetters[] {
  const days: DayOfLetters[] = []
  for (const letter of letters) {
    const [day = '', time = ''] = formatMoment(letter.at).split(' ')
    const view = { no: letter.no, time, unread: letter.no > read, ...tellLetter(letter.news) }
    const last = days[days.length - 1]
    if (last?.day === day) last.letters.push(view)
    else days.push({ day, letters: [view] })
  }
  return days
}
