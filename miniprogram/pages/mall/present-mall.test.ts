import type { AnswerTo } from '../../services/cloud'
import { chipsFor, choose, presentShelf } from './present-mall'

type Offer = AnswerTo<'mall', 'list'>['offers'][number]

const BALANCE = 120
const TODAY = '2026-11-18'
const offer = (id: string, points: number, more: Partial<Offer> = {}): Offer => ({
  id,
  name: id,
  description: '',
  category: 'dish',
  picture: `/assets/rewards/${id}.svg`,
  points,
  worth: 1000,
  branches: null,
  exchange: null,
  left: null,
  perDay: null,
  leftToday: null,
  affordable: points <= BALANCE,
  missing: points <= BALANCE ? 0 : points - BALANCE,
  ...more,
})
const shelf = (...offers: Offer[]) =>
  presentShelf({ today: TODAY, balance: BALANCE, offers, openCodes: 0, redemptionDays: 30 })

test('MALL-03, PAGE-02: what I can afford comes first, cheapest first; what is gone comes last', () => {
  const views = shelf(offer('far', 500), offer('gone', 50, { left: 0 }), offer('tea', 100), offer('side', 50))
  expect(views.map((view) => view.id)).toEqual(['side', 'tea', 'far', 'gone'])
})

test.each([
  ['exactly enough', offer('tea', 120), { ready: true, note: '现在就能换', after: '0' }],
  ['one point short', offer('tea', 121), { ready: false, note: '还差 1 积分', why: '还差 1 积分' }],
  ['a few left', offer('tea', 100, { left: 3 }), { ready: true, note: '剩 3 份', after: '20' }],
  [
    'claimed today',
    offer('tea', 100, { perDay: 1, leftToday: 0, affordable: false }),
    { ready: false, note: '今天换过了', why: '今天换过了，凌晨 4 点后再来', limit: '每人每天最多 1 次' },
  ],
  ['none left', offer('tea', 100, { left: 0 }), { ready: false, note: '已换完', tone: 'gone' }],
  ['only in some branches', offer('tea', 100, { branches: ['jingan'] }), { branches: '部分门店，见兑换码' }],
])('%s is told before the tap', (_, each, told) => expect(shelf(each)[0]).toMatchObject(told))

test.each([
  ['the last day', TODAY, '只限今天'],
  ['a day before the last', '2026-11-19', '到2026年11月19日为止'],
])('CAMP-04: on %s of a campaign the struck price, why and until when are told', (_, until, words) => {
  const [view] = shelf(offer('tea', 50, { exchange: { name: '会员日半价', usual: 100, until } }))
  expect(view).toMatchObject({
    points: '50',
    price: 50,
    usual: '100',
    deal: '会员日半价',
    until: words,
    after: '70',
  })
})

test('only categories that are on the shelf have a chip', () => {
  const chips = chipsFor(shelf(offer('tea', 100, { category: 'drink' })))
  expect(chips.map((chip) => chip.text)).toEqual(['全部', '我能换的', '饮品'])
})

test.each([
  ['all', ['tea', 'far']],
  ['ready', ['tea']],
  ['drink', ['tea']],
  ['set', []],
])('MALL-01, PAGE-02: the chip %s shows %j', (key, ids) => {
  const views = shelf(offer('tea', 100, { category: 'drink' }), offer('far', 500))
  expect(choose(views, key).map((view) => view.id)).toEqual(ids)
})
