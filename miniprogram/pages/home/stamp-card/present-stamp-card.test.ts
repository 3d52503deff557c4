import { presentStampCard } from './present-stamp-card'

const reward = { id: 'drink', name: '现制饮品一杯', picture: '/d.svg', worth: 1_500 }
const card = (stamps: number, isBarred = false) =>
  presentStampCard({ stamps, of: 10, atLeast: 3_050, reward }, isBarred)

test.each([
  [-1, { title: '还差 11 枚', canClaim: false, note: expect.stringContaining('有 1 枚的账单退了，先补上') }],
  [0, { title: '还差 10 枚', canClaim: false, note: '每单实付满 ¥30.50 集一枚' }],
  [9, { title: '还差 1 枚', canClaim: false }],
  [10, { title: '集满了', canClaim: true, claim: '免费领现制饮品一杯' }],
  [12, { title: '集满了，多的 2 枚算下一张', canClaim: true }],
])('CAMP-09: with %i of ten stamps the card says %j', (stamps, told) => {
  expect(card(stamps)).toMatchObject({ gives: '集满 10 枚，送现制饮品一杯', ...told })
})

test('CAMP-09, RISK-04: who is barred sees his card and is offered nothing that would be refused', () => {
  expect(card(10, true)).toMatchObject({ isFull: true, canClaim: false })
})
