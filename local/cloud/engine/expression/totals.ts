import type { Value } from '../document'
import { compare, isNothing, type Operator, onValues } from './expression'

/** What is no number counts for nothing. */
const numbersIn = (values: Value[]) => values.filter((value) => typeof value === 'number')

const sum = (values: Value[]) => numbersIn(values).reduce<number>((total, value) => total + value, 0)

function average(values: Value[]): number | null {
  const numbers = numbersIn(values)
  return numbers.length === 0 ? null : sum(numbers) / numbers.length
}

function deviation(values: Value[], sample: boolean): number | null {
  const numbers = numbersIn(values)
  const parts = numbers.length - (sample ? 1 : 0)
  const mean = average(numbers)
  if (mean === null || parts < 1) return null
  return Math.sqrt(sum(numbers.map((value) => (value - mean) ** 2)) / parts)
}

function extreme(values: Value[], sign: number): Value {
  const present = values.filter((value) => !isNothing(value))
  return present.reduce((best, value) => (compare(value, best) * sign > 0 ? value : best), present[0]) ?? null
}

/** Works over the documents of a group, or over the numbers of an array or a list of arguments. */
export const totalOf: Record<string, (values: Value[]) => Value> = {
  $sum: sum,
  $avg: average,
  $max: (values) => extreme(values, 1),
  $min: (values) => extreme(values, -1),
  $stdDevPop: (values) => deviation(values, false),
  $stdDevSamp: (values) => deviation(values, true),
}

export const totals: Record<string, Operator> = Object.fromEntries(
  Object.entries(totalOf).map(([name, total]) => [
    name,
    onValues(name, 0, Number.POSITIVE_INFINITY, (...values) =>
      total(values.length === 1 && Array.isArray(values[0]) ? values[0] : values),
    ),
  ]),
)
