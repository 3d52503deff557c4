import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PersonName } from '../../core/contract/primitives'
import { BadInput } from './bad-input'
import { type CsvRow, readCsv } from './read-csv'
import { noonOf } from './read-time'

/** Somebody who joined in the past. */
export interface Newcomer {
  ref: string
  name: string | null
  /** `MM-DD`. */
  birthday: string | null
  joinedAt: Date
}

const COLUMNS = ['member_ref', 'name', 'joined_on', 'birthday'] as const

/**
 * The members of a directory that tells them; an empty list when it does not. `notes` says which
 * names had to be changed because nobody could have given them to us.
 */
export function readMembers(dir: string): { newcomers: Newcomer[]; notes: string[] } {
  const file = join(dir, 'members.csv')
  if (!existsSync(file)) return { newcomers: [], notes: [] }
  const { rows, problems } = readCsv(file, COLUMNS)
  const seen = new Set<string>()
  const notes: string[] = []
  const newcomers = rows.flatMap((row) => {
    const wrong = problemsOf(row, seen)
    problems.push(...wrong.map((problem) => `${row.where}: ${problem}`))
    return wrong.length > 0 ? [] : [newcomerOf(row, notes)]
  })
  if (problems.length > 0) throw new BadInput(problems)
  return { newcomers, notes }
}

type Row = CsvRow<(typeof COLUMNS)[number]>

function problemsOf({ cells }: Row, seen: Set<string>): string[] {
  const { member_ref, joined_on, birthday } = cells
  const problems: string[] = []
  if (member_ref === '' || member_ref.length > 100)
    problems.push('member_ref is missing or longer than 100 letters')
  if (seen.has(member_ref)) problems.push(`member_ref "${member_ref}" is there twice`)
  seen.add(member_ref)
  if (noonOf(joined_on) === null) problems.push(`joined_on "${joined_on}" is not a day like 2019-04-01`)
  if (birthday !== '' && noonOf(birthday) === null)
    problems.push(`birthday "${birthday}" is not a day like 1980-12-31`)
  return problems
}

function newcomerOf({ where, cells }: Row, notes: string[]): Newcomer {
  const name = acceptableName(cells.name)
  if (cells.name !== '' && name !== cells.name)
    notes.push(`${where}: the name is ${name === null ? 'left out' : `kept as "${name}"`}`)
  const birthday = cells.birthday === '' ? null : cells.birthday.slice(5)
  return { ref: cells.member_ref, name, birthday, joinedAt: noonOf(cells.joined_on) as Date }
}

const LONGEST_NAME = 20

/** What the contract takes as a name: without control characters, and not longer than a card is wide. */
function acceptableName(text: string): string | null {
  const visible = [...text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim()]
  while (visible.join('').length > LONGEST_NAME) visible.pop()
  const name = PersonName.safeParse(visible.join(''))
  return name.success ? name.data : null
}
