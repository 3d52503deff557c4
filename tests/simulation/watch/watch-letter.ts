import type { LedgerLine, News } from '../../../core/contract'
import type { KeptLetter } from '../../../core/store/letters'
import type { Member } from '../../../core/store/member'
import type { SentMessage } from '../../../core/store/tell-diners'
import type { Books } from '../books'
import type { Write } from '../engine'
import type { Invocation } from '../invocation'
import { plainDays, plainLetters } from '../plain-letters'
import { plainDay } from '../plain-lots'
import type { PlainMember } from '../plain-model'
import { programOf } from './watch-program'

const bare = ({ messageAt: _, ...letter }: KeptLetter) => JSON.stringify(letter)

/** REM-02: with each commit a member is told what there is to tell, once, and nothing else. */
export function watchInbox(books: Books, is: Member, lines: readonly LedgerLine[], by: Invocation) {
  const person = books.person(is._id)
  const letters = is.outbox
    .flatMap(({ collection, document }) =>
      collection === 'letters' ? [document as unknown as KeptLetter] : [],
    )
    .filter(({ no }) => no > person.letters.length)
  const { written, read } = is.inbox
  books.holds(
    letters.every(({ no }, index) => no === person.letters.length + index + 1) &&
      written === person.letters.length + letters.length &&
      read >= 0 &&
      read <= written,
    'REM-02',
    () => `${is._id} counts ${written} letters, ${read} read; there were ${person.letters.length}`,
  )
  const today = plainDay(by.now.getTime())
  const expected = plainLetters(person.plain, person.told, lines, today, programOf(books, by, today))
  const said = letters.map(({ news }) => say(news))
  books.holds(
    said.join() === expected.join(),
    'REM-02',
    () => `${is._id} was told [${said}] on ${today}, the model says [${expected}]`,
  )
  person.letters.push(...letters)
}

function say(news: News): string {
  switch (news.kind) {
    case 'arrived':
      return `arrived ${news.points} of ${news.balance}`
    case 'returned':
      return `returned ${news.points}, ${news.repaid} repaid, of ${news.balance}: ${news.reason}`
    case 'tier':
      return `tier ${news.tier}`
    case 'affordable':
      return `affordable ${news.points} and ${news.others}`
    case 'expiring':
      return `expiring ${news.points} on ${news.on}, ${news.total} until ${news.until}`
    case 'keeping':
      return `keeping ${news.missing} until ${news.until}`
    case 'statement':
      return `statement ${news.month}, ${news.balance}`
    case 'barred':
      return `barred until ${news.until}`
    case 'barLifted':
      return 'free'
    case 'anniversary':
      return `anniversary ${news.years}, ${news.points} of ${news.balance}`
    case 'birthday':
      return `birthday ${news.on}`
  }
}

/** A letter is added once, after its commit, as it was committed; only when a message is due changes. */
export function watchLetter(books: Books, { before, after }: Write) {
  if (after === null) return books.violate('REM-02', `letter ${before?._id} was removed`)
  const letter = after as unknown as KeptLetter
  const committed = books.person(letter.member).letters[letter.no - 1]
  books.holds(
    committed !== undefined && bare(letter) === bare(committed),
    'REM-02',
    () =>
      `letter ${letter._id} stands as ${JSON.stringify(letter)}, committed is ${JSON.stringify(committed)}`,
  )
}

/** C-12, EXP-06: a message tells what is true when it is sent, in its time, by day, each letter once, one a day. */
export function watchMessage(books: Books, { before, after }: Write, by: Invocation | null) {
  if (after === null || by === null) return books.violate('REM-02', 'a message was removed')
  const message = after as unknown as SentMessage
  const person = books.person(message.person)
  if (before !== null) {
    if (message.outcome === 'refused') person.messages.delete(message.letter)
    return
  }
  const letter = person.letters.find(({ _id }) => _id === message.letter)
  const today = plainDay(message.at)
  const say = (what: string) => () => `${message._id} ${JSON.stringify(message.news)}: ${what}`
  books.holds(!person.messages.has(message.letter), 'REM-02', say('was told before'))
  person.messages.add(message.letter)
  if (letter === undefined) return books.violate('REM-02', say('tells of no letter')())
  books.holds(plainDays(letter.on, today) <= 2, 'C-12', say(`was written on ${letter.on}, sent on ${today}`))
  const hour = new Date(message.at + 8 * 3_600_000).getUTCHours()
  const isByDay = hour >= 8 && hour < 22
  if (message.news.kind === 'arrived')
    return books.holds(message.at - letter.at <= 2 * 3_600_000, 'REM-06', say('is too late'))
  books.holds(isByDay, 'REM-02', say(`was sent at ${hour} o'clock`))
  books.holds(!person.writtenOn.has(today), 'REM-02', say('is the second of its day'))
  person.writtenOn.add(today)
  const were = books.since(person.states, by.since).map(({ plain }) => plain)
  books.holds(
    were.some((plain) => isTrue(message.news, plain, today)),
    'C-12',
    say('is not true'),
  )
}

function isTrue(news: News, { lots, grace, bar }: PlainMember, today: string): boolean {
  const open = [...lots]
    .filter(([day]) => day >= today || grace !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const sum = (some: [string, number][]) => some.reduce((total, [, points]) => total + points, 0)
  if (news.kind === 'expiring') {
    const [day, points] = open[0] ?? []
    const total = sum(open.filter(([lot]) => lot <= news.until))
    return grace === null && day === news.on && points === news.points && total === news.total
  }
  if (news.kind === 'statement') return news.balance === sum(open)
  if (news.kind === 'affordable') return news.points <= sum(open)
  if (news.kind === 'barred') return bar !== null
  if (news.kind === 'barLifted') return bar === null
  return news.kind !== 'birthday' || today <= news.on
}
