import type { BusinessDay, News, Points } from '../../contract'
import { messageOf, TEMPLATES } from './templates'

const AT = new Date('2026-11-22T09:05:30+08:00')
const BALANCE = 380 as Points
const told = (news: object) => messageOf(news as News, BALANCE, AT)
const values = (news: object) =>
  Object.entries(told(news).data).map(([field, { value }]) => `${field}: ${value}`)

test.each([
  [{ type: 'joined' }, '入会礼'],
  [{ type: 'bill', branch: 'a', branchName: '静安店', amount: 5000 }, '静安店消费'],
  [{ type: 'granted', source: 'profile' }, '本店赠送'],
])('REM-01, REM-06: points that came of %j are told as %s, with what he has now', (cause, words) => {
  const news = { kind: 'arrived', points: 50, balance: 150, cause }
  expect(told(news).page).toBe('pages/ledger/ledger')
  expect(values(news)).toEqual([
    'number1: 50',
    'number2: 150',
    'time3: 2026年11月22日 09:05',
    `thing4: ${words}`,
  ])
})

test.each([
  [80, '点开看看能换什么'],
  [81, '到1月5日共81分，点开看能换什么'],
])('EXP-04, EXP-06, C-12: 80 points that lapse first, of %i that do, are told: %s', (total, words) => {
  const news = { kind: 'expiring', points: 80, on: '2026-12-20', total, until: '2027-01-05', days: 7 }
  expect(told(news).page).toBe('pages/mall/mall')
  expect(values(news)).toEqual(['number1: 80', 'date2: 2026年12月20日', `thing3: ${words}`])
})

const returned = {
  kind: 'returned',
  rewardName: '饮品',
  points: 100,
  repaid: 0,
  balance: 380,
  reason: '卖完了',
}
const statement = { kind: 'statement', month: '2026-09', balance: 380, affordable: 1, next: null }
const keeping = { kind: 'keeping', tierName: '金卡会员', below: '银卡会员', until: '2026-12-31' }
const bar = { kind: 'barred', until: '2026-12-31', reason: '刷单' }
const birthday = { kind: 'birthday', on: '2026-11-22', gift: null }

test.each<[ids: string, news: object, thing1: string, thing4: string]>([
  ['C-50', returned, '饮品的兑换码已作废', '退回100积分：卖完了'],
  ['CAMP-09', { ...returned, stamps: 10 }, '饮品的兑换码已作废', '退回10枚集杯：卖完了'],
  ['RED-14', { kind: 'affordable', rewardName: '饮品' }, '可以兑换饮品了', '积分已经够了，点开就能换'],
  ['LVL-13', { kind: 'tier', tierName: '金卡会员', up: true }, '升级为金卡会员', '点开看你的等级权益'],
  ['DOWN-01', { kind: 'tier', tierName: '银卡会员', up: false }, '等级变为银卡会员', '点开看你的等级权益'],
  ['DOWN-02', { ...keeping, missing: 12_050 }, '还差120.50元保住金卡会员', '12月31日前消费都算'],
  ['RISK-04', bar, '积分功能已暂停', '点开看原因和期限'],
  ['RISK-04', { kind: 'barLifted' }, '积分功能已恢复', '积分一分没少，点开看看'],
  ['BDAY-03', birthday, '祝你生日快乐', '点开看本店给你的生日心意'],
  ['BDAY-05', { kind: 'anniversary', years: 3, points: 88 }, '入会 3 周年快乐', '谢谢你一直来，送你88积分'],
  ['EXP-11, REM-03', { ...statement, best: '饮品' }, '9月积分账单', '可兑换饮品'],
  ['EXP-11, REM-03', { ...statement, best: null }, '9月积分账单', '点开看还差多少能换'],
])('%s: %j is told: %s; %s', (_ids, news, thing1, thing4) => {
  expect(told(news).page).toBe('member/inbox/inbox')
  expect(values(news)).toEqual([
    `thing1: ${thing1}`,
    `thing4: ${thing4}`,
    'number2: 380',
    'time3: 2026年11月22日 09:05',
  ])
})

test('RISK-04: a message of a bar names no reason: a chat is read by others', () => {
  expect(JSON.stringify(told(bar))).not.toContain('刷单')
})

test('OPS-01: an alarm leads to the page of alarms, with how many there are', () => {
  expect(TEMPLATES.alarm({ title: '库存对不上', alarms: 2, at: AT })).toEqual({
    page: 'staff/alarms/alarms',
    data: {
      thing1: { value: '库存对不上等2件' },
      time2: { value: '2026年11月22日 09:05' },
      number3: { value: '2' },
      thing4: { value: '点开看详情和处理办法' },
    },
  })
})

test('a day is told without zeros before it', () => {
  const on = '2026-03-09' as BusinessDay
  expect(values({ ...keeping, missing: 20_000, until: on })).toContain('thing4: 3月9日前消费都算')
})
