import { requestFailed } from './cloud-error'
import { isPlain, type Value } from './document'
import type { Sort } from './plan-query'

export function readSort(order: Value): Sort {
  const sort = isPlain(order) ? Object.entries(order) : []
  if (sort.length === 0 || sort.some(([, direction]) => direction !== 1 && direction !== -1))
    throw requestFailed('$sort key ordering must be 1 (for ascending) or -1 (for descending)')
  return sort as Sort
}
