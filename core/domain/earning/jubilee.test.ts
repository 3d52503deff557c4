import type { BillSettled, BranchId, BusinessDay, Program } from '../../contract'
import { type Account, balanceOf, openAccount, postAll } from '../account'
import { fen, points } from '../amounts'
import { plain } from '../presets/plain'
import { reverseBill } from '../reverse/reverse-bill'
import { settleBill } from '../settle-bill'

const TODAY = '2026-11-21' as BusinessDay
const branch = { id: 'jingan' as BranchId, name: '静安店' }
const program: Program = {
  ...plain,
  earn: { ...plain.earn, jubilees: [{ bill: 3, points: points(200) }] },
}
const guest = { birthday: null, joinedOn: TODAY }

function pay(account: Account, id: string, yuan = 100, by = program) {
  const bill = { id, branch, amount: fen(yuan * 100), day: TODAY }
  const { settled, entries } = settleBill(account, bill, guest, by)
  return { settled, account: postAll(account, entries) }
}
function takeBack(account: Account, settled: BillSettled, yuan = 100): Account {
  const asked = { amount: fen(yuan * 100), reason: '退菜', by: null }
  const reversed = reverseBill(account, settled, asked, TODAY, program)
  if (!reversed.ok) throw new Error(reversed.refusal)
  return postAll(account, reversed.value.entries)
}
function payThree() {
  const first = pay(openAccount(), 'a')
  const second = pay(first.account, 'b')
  return { first, second, third: pay(second.account, 'c') }
}

test('BDAY-05: the third bill earns its points and the jubilee, told as a step; those around it do not', () => {
  const { first, second, third } = payThree()
  expect([first, second, third, pay(third.account, 'd')].map(({ settled }) => settled.earned)).toEqual([
    100, 100, 300, 100,
  ])
  expect(third.settled.steps.at(-1)).toEqual({ rule: 'jubilee', nth: 3, bonus: 200, points: 300 })
})

test('BDAY-05: a bill of nothing is none of them', () => {
  const { second } = payThree()
  const nothing = pay(second.account, 'x', 0)
  expect([nothing.settled.earned, pay(nothing.account, 'c').settled.earned]).toEqual([0, 300])
})

test('BDAY-05, I8: an earlier bill that is taken back does not bring the jubilee a second time', () => {
  const { first, third } = payThree()
  const again = takeBack(third.account, first.settled)
  expect([again.bills, pay(again, 'd').settled.earned]).toEqual([2, 100])
})

test('BDAY-05, I8: the bill that was one takes its points along, and the next that is the third is one', () => {
  const { third } = payThree()
  const taken = takeBack(third.account, third.settled)
  expect([balanceOf(taken), pay(taken, 'd').settled.earned]).toEqual([200, 300])
})

test('BDAY-05, I8: half of it taken back takes half of the jubilee, and it has been had', () => {
  const { third } = payThree()
  const half = takeBack(third.account, third.settled, 50)
  expect([balanceOf(half), half.jubilees]).toEqual([350, [{ nth: 3, bill: 'jingan.c' }]])
})

test('BDAY-05: who had more bills than that before the programme said so gets none for them', () => {
  const many = { ...openAccount(), bills: 7 }
  expect(pay(many, 'h').settled.earned).toBe(100)
})
