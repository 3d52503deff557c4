import type { BillReversed, LedgerLine } from '../../../core/contract'
import type { Books } from '../books'
import { show } from '../plain-lots'
import type { PlainLine } from '../plain-model'

/** What a command wrote is what the model says, line by line, and numbered. */
export function sameLines(books: Books, key: string, expected: PlainLine[], lines: LedgerLine[]) {
  const wanted = expected.map(({ type, on, delta, lots }) => `${type} ${on} ${delta} ${lots}`).join('; ')
  const written = lines.map(told).join('; ')
  books.holds(written === wanted, 'model', () => `${key} wrote [${written}], the model says [${wanted}]`)
  books.holds(
    lines.every((line, index) => line.key === key && line.index === index),
    'I4',
    () => `the lines of ${key} are numbered ${lines.map(({ index }) => index)}`,
  )
}

const told = ({ entry, delta }: LedgerLine): string => `${entry.type} ${entry.on} ${delta} ${lotsOf(entry)}`

/** Which lots a line touches, in the model's words. */
function lotsOf(entry: LedgerLine['entry']): string {
  if (entry.type === 'BillReversed') return toldOfReversal(entry)
  if (entry.type === 'ClaimReversed') {
    const stamps = entry.stamps === undefined ? '' : ` and ${entry.stamps} stamps`
    return `${show(entry.returned)} repaid ${entry.repaid}${stamps}`
  }
  if (entry.type === 'PointsPending') return `${entry.points} until ${entry.until}`
  if (entry.type === 'RewardClaimed' && entry.stamps !== undefined)
    return `${show(entry.drawn)} for ${entry.stamps} stamps`
  if (entry.type === 'BillSettled' && entry.stamp !== undefined)
    return `${entry.expiresOn} stamped from ${entry.stamp.atLeast}`
  if ('drawn' in entry) return show(entry.drawn)
  return 'expiresOn' in entry ? entry.expiresOn : ''
}

function toldOfReversal(entry: BillReversed): string {
  const { drawn, points, lapsed, owed, left, room = [], unstamped } = entry
  const made = room.map((one) => `${one.day}×${one.points}`).join(' ')
  return `${points}: ${show(drawn)} lapsed ${lapsed} owed ${owed} left ${left} room ${made}${unstamped ? ' unstamped' : ''}`
}
