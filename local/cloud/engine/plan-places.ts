import { type Doc, isPlain } from './document'
import type { Cap } from './geo/cap'
import { type GeoIndex, rangesOf } from './geo-index'
import type { IndexPlan } from './plan-query'
import { capsOf } from './query/geo-operators'

/** With an index of places: what a question about places must look at. Null when it says nothing about this field. */
export function planPlaces(index: GeoIndex, query: Doc, ordered: boolean): IndexPlan | null {
  const cap = capAsked(query, index.field)
  return cap && planCap(index, cap, ordered)
}

export const planCap = (index: GeoIndex, cap: Cap, ordered: boolean): IndexPlan => ({
  kind: 'index',
  index,
  ranges: rangesOf(cap),
  ordered,
  backwards: false,
  bounded: true,
})

/** Conditions that every match must meet; the smallest of them narrows most. */
function capAsked(query: Doc, wanted: string): Cap | null {
  let smallest: Cap | null = null
  for (const [field, condition] of Object.entries(query)) {
    const parts = field === '$and' && Array.isArray(condition) ? condition.filter(isPlain) : []
    const nested = parts.map((part) => capAsked(part, wanted))
    const own = field === wanted && isPlain(condition) ? capsOf(condition) : []
    for (const cap of [...nested, ...own])
      if (cap && (smallest === null || cap.radians < smallest.radians)) smallest = cap
  }
  return smallest
}
