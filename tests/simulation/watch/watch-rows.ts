import type { LedgerLine } from '../../../core/contract'
import type { Books } from '../books'
import type { Write } from '../engine'

const bare = ({ _id, ...line }: { _id?: string } & Partial<LedgerLine>) => JSON.stringify(line)

/** I13: a line is added once, after its commit, as it was committed, and never again touched. */
export function watchEntry(books: Books, { before, after }: Write) {
  if (before !== null || after === null) return books.violate('I13', `line ${before?._id} was touched`)
  const line = after as unknown as LedgerLine & { _id: string }
  const committed = books.person(line.member).lines[line.seq - 1]
  books.holds(
    committed !== undefined &&
      line._id === `${line.member}.${line.seq}` &&
      bare(line) === bare({ ...committed }),
    'I13',
    () => `line ${line._id} was added, committed is ${JSON.stringify(committed)}`,
  )
}

/** I4: an operation is added once, after its commit, and never again touched. */
export function watchOperation(books: Books, { before, after }: Write) {
  if (before !== null || after === null) return books.violate('I4', `operation ${before?._id} was touched`)
  const committed = books.committed.get(String(after._id))
  books.holds(
    committed?.operation === JSON.stringify(after),
    'I4',
    () => `operation ${after._id} was added, committed is ${committed?.operation}`,
  )
}
