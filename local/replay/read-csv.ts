import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type CsvError, parse } from 'csv-parse/sync'
import { BadInput } from './bad-input'

export interface CsvRow<C extends string> {
  /** Where to look in the file: `orders.csv line 12`. */
  where: string
  cells: Record<C, string>
}

interface Parsed {
  info: { lines: number }
  record: string[]
}

/**
 * A table with exactly these columns, in any order. A row with too few or too many cells is told
 * as a problem and left out, so that all problems of a file can be told at once.
 */
export function readCsv<C extends string>(
  file: string,
  columns: readonly C[],
): { rows: CsvRow<C>[]; problems: string[] } {
  const name = basename(file)
  const [header, ...lines] = parseText(name, readText(file))
  if (header === undefined) throw new BadInput([`${name} is empty`])
  const given = header.record.map((cell) => cell.trim())
  refuseColumns(name, given, columns)

  const problems: string[] = []
  const rows: CsvRow<C>[] = []
  for (const { info, record } of lines) {
    const where = `${name} line ${info.lines}`
    if (record.length !== given.length) {
      problems.push(`${where}: ${record.length} cells where the header has ${given.length}`)
      continue
    }
    const cells = Object.fromEntries(given.map((column, index) => [column, record[index]?.trim() ?? '']))
    rows.push({ where, cells: cells as Record<C, string> })
  }
  return { rows, problems }
}

function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new BadInput([`${file} does not exist`])
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new BadInput([`${basename(file)} is not UTF-8 text`])
    throw error
  }
}

function parseText(name: string, text: string): Parsed[] {
  const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true } as const
  try {
    return parse<Parsed>(text, options as typeof options & { columns: true })
  } catch (error) {
    const { message, lines } = error as CsvError & { lines?: number }
    throw new BadInput([`${name}${lines === undefined ? '' : ` line ${lines}`}: ${message}`])
  }
}

function refuseColumns(name: string, given: string[], columns: readonly string[]): void {
  const missing = columns.filter((column) => !given.includes(column))
  const unknown = given.filter((column) => !columns.includes(column))
  const twice = given.filter((column, index) => columns.includes(column) && given.indexOf(column) !== index)
  const problems = [
    ...missing.map((column) => `${name} line 1: the column "${column}" is missing`),
    ...unknown.map((column) => `${name} line 1: the column "${column}" is unknown`),
    ...twice.map((column) => `${name} line 1: the column "${column}" is there twice`),
  ]
  if (problems.length > 0) throw new BadInput(problems)
}
