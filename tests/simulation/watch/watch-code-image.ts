import type { Watcher } from './watchers'

/** REF-04: a code's picture is drawn once and never changes. */
export const watchCodeImage: Watcher = (books, { before, after }) =>
  books.holds(
    before === null && String(after?.image).startsWith('data:image/'),
    'REF-04',
    () => `the picture of ${before?._id ?? after?._id} was written again`,
  )
