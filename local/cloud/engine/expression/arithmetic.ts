import { requestFailed } from '../cloud-error'
import type { Value } from '../document'
import { isNothing, numberFor, type Operator, onPresent, onValues } from './expression'

const onNumber = (name: string, work: (value: number) => number) =>
  onPresent(name, 1, 1, (value) => work(numberFor(name, value)))

const onNumbers = (name: string, work: (one: number, other: number) => number) =>
  onPresent(name, 2, 2, (one, other) => work(numberFor(name, one), numberFor(name, other)))

/** A date and numbers of milliseconds make a date. */
function add(...values: Value[]): Value {
  if (values.some(isNothing)) return null
  const dates = values.filter((value) => value instanceof Date)
  if (dates.length > 1) throw requestFailed('only one date allowed in an $add expression')
  const sum = values.reduce<number>(
    (total, value) => total + (value instanceof Date ? value.getTime() : numberFor('$add', value)),
    0,
  )
  return dates.length === 1 ? new Date(sum) : sum
}

function subtract(from: Value, by: Value): Value {
  if (from instanceof Date) {
    const ms = by instanceof Date ? by.getTime() : numberFor('$subtract', by)
    return by instanceof Date ? from.getTime() - ms : new Date(from.getTime() - ms)
  }
  return numberFor('$subtract', from) - numberFor('$subtract', by)
}

function divide(by: number, divisor: number): number {
  if (divisor === 0) throw requestFailed("can't $divide by zero")
  return by / divisor
}

function modulo(value: number, divisor: number): number {
  if (divisor === 0) throw requestFailed("can't $mod by zero")
  return value % divisor
}

/** To `place` digits behind the point, or before it when negative. */
const toPlace = (name: string, rounded: (value: number) => number) =>
  onPresent(name, 1, 2, (value, place = 0) => {
    const factor = 10 ** numberFor(name, place)
    return rounded(numberFor(name, value) * factor) / factor
  })

/** Half goes to the even neighbour, as the database rounds. */
function halfToEven(value: number): number {
  const floor = Math.floor(value)
  const rest = value - floor
  return rest < 0.5 || (rest === 0.5 && floor % 2 === 0) ? floor : floor + 1
}

function positive(name: string, value: number): number {
  if (value <= 0) throw requestFailed(`${name}'s argument must be a positive number, but is ${value}`)
  return value
}

function logarithm(value: number, base: number): number {
  const result = Math.log(positive('$log', value)) / Math.log(positive('$log', base))
  const whole = Math.round(result)
  return base ** whole === value ? whole : result
}

function root(value: number): number {
  if (value < 0) throw requestFailed("$sqrt's argument must be greater than or equal to 0")
  return Math.sqrt(value)
}

const everyNumber = Number.POSITIVE_INFINITY

export const arithmetic: Record<string, Operator> = {
  $abs: onNumber('$abs', Math.abs),
  $add: onValues('$add', 0, everyNumber, add),
  $ceil: onNumber('$ceil', Math.ceil),
  $divide: onNumbers('$divide', divide),
  $exp: onNumber('$exp', Math.exp),
  $floor: onNumber('$floor', Math.floor),
  $ln: onNumber('$ln', (value) => Math.log(positive('$ln', value))),
  $log: onNumbers('$log', logarithm),
  $log10: onNumber('$log10', (value) => Math.log10(positive('$log10', value))),
  $mod: onNumbers('$mod', modulo),
  $multiply: onPresent('$multiply', 0, everyNumber, (...values) =>
    values.reduce<number>((product, value) => product * numberFor('$multiply', value), 1),
  ),
  $pow: onNumbers('$pow', (base, exponent) => base ** exponent),
  $round: toPlace('$round', halfToEven),
  $sqrt: onNumber('$sqrt', root),
  $subtract: onPresent('$subtract', 2, 2, subtract),
  $trunc: toPlace('$trunc', Math.trunc),
}
