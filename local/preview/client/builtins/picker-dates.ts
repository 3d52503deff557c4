export interface DateWheels {
  columns: string[][]
  chosen: number[]
  firstYear: number
}

const two = (number: number) => String(number).padStart(2, '0')
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)
const daysIn = (year: number, month: number) => new Date(year, month, 0).getDate()

/** Year, month and day wheels, as many as `fields` asks for; a missing value starts today. */
export function wheelsForDate(value: string, start: string, end: string, fields: string): DateWheels {
  const today = new Date()
  const [year = today.getFullYear(), month = today.getMonth() + 1, day = today.getDate()] = value
    ? value.split('-').map(Number)
    : []
  const firstYear = Number(start.slice(0, 4)) || 1900
  const lastYear = Number(end.slice(0, 4)) || 2100
  const depth = fields === 'year' ? 1 : fields === 'month' ? 2 : 3
  const columns = [
    numbers(firstYear, lastYear).map((each) => `${each}年`),
    numbers(1, 12).map((each) => `${each}月`),
    numbers(1, daysIn(year, month)).map((each) => `${each}日`),
  ]
  return {
    firstYear,
    columns: columns.slice(0, depth),
    chosen: [year - firstYear, month - 1, day - 1].slice(0, depth),
  }
}

/** February has fewer days than the month before it: the last wheel follows the first two. */
export function daysOf(wheels: DateWheels, chosen: number[]): string[][] {
  const [year = 0, month = 0] = chosen
  const days = numbers(1, daysIn(wheels.firstYear + year, month + 1)).map((each) => `${each}日`)
  return wheels.columns.map((column, index) => (index === 2 ? days : column))
}

export function readDate(wheels: DateWheels, chosen: number[]): string {
  const [year = 0, ...rest] = chosen
  return [String(wheels.firstYear + year), ...rest.map((index) => two(index + 1))].join('-')
}

export function wheelsForTime(value: string): { columns: string[][]; chosen: number[] } {
  const [hour = 0, minute = 0] = value.split(':').map(Number)
  return { columns: [numbers(0, 23).map(two), numbers(0, 59).map(two)], chosen: [hour, minute] }
}

export function readTime(chosen: number[]): string {
  return chosen.map(two).join(':')
}
