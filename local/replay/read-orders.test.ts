import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readMembers } from './read-members'
import { readOrders } from './read-orders'

const dir = mkdtempSync(join(tmpdir(), 'huitouke-csv-'))
afterAll(() => rm(dir, { recursive: true }))

const HEADER = 'order_id,member_ref,paid_at,amount,branch'
const GOOD = 'A-1,C1,2019-04-01T07:01:20,4.00,静安店'

function problemsOf(text: string | Buffer, read: (dir: string) => unknown = readOrders, name = 'orders.csv') {
  writeFileSync(join(dir, name), text)
  try {
    read(dir)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

test('receipts come in the order they were paid, in fen, at Shanghai time, guests without a number', () => {
  const text = [HEADER, GOOD, 'A-2,,2019-03-31T23:59:59,0.05,"Bund, 2"'].join('\r\n')
  writeFileSync(join(dir, 'orders.csv'), `\uFEFF${text}\r\n`)
  expect(readOrders(dir)).toEqual([
    { orderId: 'A-2', ref: null, at: new Date('2019-03-31T15:59:59Z'), amount: 5, branch: 'Bund, 2' },
    { orderId: 'A-1', ref: 'C1', at: new Date('2019-03-31T23:01:20Z'), amount: 400, branch: '静安店' },
  ])
})

test('columns may stand in any order', () => {
  const text = 'branch,amount,paid_at,member_ref,order_id\n静安店,4.00,2019-04-01T07:01:20,C1,A-1\n'
  expect(problemsOf(text)).toBe('')
})

const row = (change: Partial<Record<'id' | 'ref' | 'at' | 'amount' | 'branch', string>>) => {
  const { id = 'A-2', ref = '', at = '2019-04-01T07:01:20', amount = '4.00', branch = '静安店' } = change
  return [HEADER, GOOD, [id, ref, at, amount, branch].join(',')].join('\n')
}

test.each([
  ['200000.00', ''],
  ['0.00', ''],
  ['200000.01', 'amount'],
  ['', 'amount'],
  ['4', 'amount'],
  ['4.5', 'amount'],
  ['4.505', 'amount'],
  ['-4.00', 'amount'],
  ['1e5', 'amount'],
  ['¥4.00', 'amount'],
  ['４.00', 'amount'],
])('the amount %j: %s', (amount, problem) => {
  expect(problemsOf(row({ amount }))).toMatch(
    problem === '' ? /^$/ : /^orders\.csv line 3: amount ".*" is not yuan/,
  )
})

test.each([
  ['2020-02-29T00:00:00', ''],
  ['2019-02-29T00:00:00', 'paid_at'],
  ['2019-04-31T00:00:00', 'paid_at'],
  ['2019-04-01T24:00:00', 'paid_at'],
  ['2019-04-01T07:60:00', 'paid_at'],
  ['2019-04-01 07:01:20', 'paid_at'],
  ['2019-04-01T07:01', 'paid_at'],
  ['2019-04-01T07:01:20Z', 'paid_at'],
  ['1999-04-01T07:01:20', 'paid_at'],
  ['', 'paid_at'],
])('the time %j: %s', (at, problem) => {
  expect(problemsOf(row({ at }))).toMatch(
    problem === '' ? /^$/ : /^orders\.csv line 3: paid_at ".*" is not a time/,
  )
})

test.each([
  ['a file that is not there', null, 'orders.csv does not exist'],
  ['an empty file', '', 'orders.csv is empty'],
  ['no orders', HEADER, 'orders.csv holds no orders'],
  [
    'a missing column',
    'order_id,member_ref,paid_at,amount\nA,,2019-04-01T07:01:20,4.00',
    'line 1: the column "branch" is missing',
  ],
  ['an unknown column', `${HEADER},tip\n${GOOD},1`, 'line 1: the column "tip" is unknown'],
  ['a column twice', `${HEADER},amount\n${GOOD},1.00`, 'line 1: the column "amount" is there twice'],
  ['no header', GOOD, 'line 1: the column "order_id" is missing'],
  ['too few cells', `${HEADER}\nA-1,C1,2019-04-01T07:01:20,4.00`, 'line 2: 4 cells where the header has 5'],
  ['too many cells', `${HEADER}\n${GOOD},x`, 'line 2: 6 cells where the header has 5'],
  ['a quote that does not end', `${HEADER}\n"A-1,C1`, 'orders.csv line 2: '],
  ['another encoding', Buffer.from([0xb2, 0xe2]), 'orders.csv is not UTF-8 text'],
  ['one number twice', [HEADER, GOOD, '', GOOD].join('\n'), 'line 4: order_id "A-1" is there twice'],
  ['a bad number', row({ id: 'a/b' }), 'line 3: order_id "a/b" is not'],
  ['no branch', row({ branch: '' }), 'line 3: the branch is missing'],
])('%s is told', (_what, text, problem) => {
  const message =
    text === null ? problemsOf(HEADER, () => readOrders(join(dir, 'nowhere'))) : problemsOf(text)
  expect(message).toContain(problem)
})

test('the same number in two branches is two bills', () => {
  expect(problemsOf(row({ id: 'A-1', branch: '徐汇店' }))).toBe('')
})

test('all bad lines are told at once, the first twenty by name', () => {
  const bad = Array.from({ length: 23 }, (_, i) => `A-${i},,yesterday,4.00,静安店`)
  const lines = problemsOf([HEADER, ...bad].join('\n')).split('\n')
  expect(lines).toHaveLength(21)
  expect(lines[19]).toMatch(/^orders\.csv line 21: /)
  expect(lines[20]).toBe('… and 3 more')
})

describe('members.csv', () => {
  const MEMBERS = 'member_ref,name,joined_on,birthday'
  const read = (text: string) => problemsOf(text, readMembers, 'members.csv')

  test('may be missing', () => {
    expect(readMembers(join(dir, 'nowhere'))).toEqual({ newcomers: [], notes: [] })
  })

  test('members join at noon, with the month and day of their birth', () => {
    writeFileSync(
      join(dir, 'members.csv'),
      [MEMBERS, 'C1,林小满,2017-01-04,1952-02-29', 'C2,,2017-01-05,'].join('\n'),
    )
    expect(readMembers(dir)).toEqual({
      newcomers: [
        { ref: 'C1', name: '林小满', birthday: '02-29', joinedAt: new Date('2017-01-04T04:00:00Z') },
        { ref: 'C2', name: null, birthday: null, joinedAt: new Date('2017-01-05T04:00:00Z') },
      ],
      notes: [],
    })
  })

  test('a name nobody could have given us is made one, or left out, and it is said', () => {
    const rows = [
      'C1,Bartholomew Featherstonehaugh,2017-01-04,',
      'C2,a\u0007b,2017-01-04,',
      'C3,\u200B,2017-01-04,',
    ]
    writeFileSync(join(dir, 'members.csv'), [MEMBERS, ...rows].join('\n'))
    const { newcomers, notes } = readMembers(dir)
    expect(newcomers.map(({ name }) => name)).toEqual(['Bartholomew Feathers', 'a b', null])
    expect(notes).toEqual([
      'members.csv line 2: the name is kept as "Bartholomew Feathers"',
      'members.csv line 3: the name is kept as "a b"',
      'members.csv line 4: the name is left out',
    ])
  })

  test.each([
    ['nobody', ',Lin,2017-01-04,', 'line 2: member_ref is missing'],
    ['somebody twice', 'C1,Lin,2017-01-04,\nC1,Lin,2017-01-04,', 'line 3: member_ref "C1" is there twice'],
    ['no day of joining', 'C1,Lin,,', 'line 2: joined_on "" is not a day'],
    ['a day that is none', 'C1,Lin,2017-02-30,', 'line 2: joined_on "2017-02-30" is not a day'],
    ['a birthday without its year', 'C1,Lin,2017-01-04,02-28', 'line 2: birthday "02-28" is not a day'],
  ])('%s is told', (_what, rows, problem) => {
    expect(read(`${MEMBERS}\n${rows}`)).toContain(problem)
  })
})
