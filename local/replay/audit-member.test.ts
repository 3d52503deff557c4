import type { BusinessDay, LedgerLine, MemberId } from '../../core/contract'
import { join } from '../../core/domain/join'
import { recommended } from '../../core/domain/presets/recommended'
import { newMember, write } from '../../core/store/member'
import { auditMember } from './audit-member'

const day = '2019-04-01' as BusinessDay
const id = 'M0000000000000001' as MemberId
const entry = join(day, recommended)
const { member, lines } = write(
  newMember(id, day),
  [entry, entry],
  'key',
  new Date('2019-04-01T12:00:00+08:00'),
)
const [first, second] = lines as [LedgerLine, LedgerLine]

test('an account that is the fold of its lines is found sound', () => {
  expect(auditMember(member, lines)).toEqual([])
})

test.each<[string, LedgerLine[]]>([
  ['a line is missing', [first]],
  ['the first line is missing', [second]],
  ['a line is there twice', [first, second, second]],
  ['lines stand in another order', [second, first]],
  ['a balance is wrong', [first, { ...second, balance: 199 as typeof second.balance }]],
  ['a change is wrong', [first, { ...second, delta: 99 }]],
  ['an entry is another', [first, { ...second, entry: { ...entry, expiresOn: day } as typeof entry }]],
])('when %s, it is told', (_what, found) => {
  expect(auditMember(member, found)).not.toEqual([])
})
