import type { Credit } from './read-credits'
import { viewColleagues, writeCredits } from './view-credits'

const credit = (over: Partial<Credit>): Credit => ({
  staff: 'M000000000000000A',
  name: '小王',
  branchName: '静安店',
  member: 'M000000000000000B',
  bills: 2,
  amount: 20_050,
  points: 200,
  small: 0,
  given: 0,
  taken: 0,
  proposed: 0,
  reversed: 0,
  takenBack: 0,
  own: false,
  ...over,
})

test('CAP-03: one card a colleague, who did most first; what is strange stands out', () => {
  const [first, second] = viewColleagues([
    credit({ staff: 'M000000000000000C', name: '小李', bills: 1 }),
    credit({ small: 2, reversed: 1, takenBack: 50 }),
    credit({ member: 'M000000000000000A', own: true, bills: 3, given: 30 }),
  ])
  expect(first).toMatchObject({ name: '小王', bills: 5, flags: ['记给自己 3 笔', '小额 2 笔', '退单 1 笔'] })
  expect(first?.members.map(({ name }) => name)).toEqual(['他自己', '会员 …000B'])
  expect(first?.facts.map(({ value }) => value)).toEqual(['¥401', '400', '30', '0'])
  expect(second).toMatchObject({ name: '小李', bills: 1, flags: [] })
})

test('the file has a row for each colleague and member; a name that begins like a formula is text', () => {
  const [, row] = writeCredits([credit({ name: '=1+1' })]).split('\r\n')
  expect(row).toBe("静安店,'=1+1,M000000000000000B,,2,0,200.50,200,0,0,0,0,0")
})
