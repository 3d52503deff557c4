import { type Action, viewAction } from './view-trail'
import { writeCsv } from './write-csv'

const action = (more: Partial<Action> = {}): Action => ({
  id: '1795000000000-a',
  at: '2026-11-22T12:30:00+08:00',
  staff: 'M8F2K93QATVWX0123',
  name: '小李',
  role: 'clerk',
  branchName: '静安店',
  procedure: 'cashier.settleBill',
  member: 'M0000000000004567',
  subject: 'A-1024',
  outcome: 'ok',
  key: 'k',
  ...more,
})

test('a record says what, who, when and about whom', () => {
  expect(viewAction(action())).toEqual({
    id: '1795000000000-a',
    member: 'M0000000000004567',
    deed: '结账',
    who: '小李 · 收银员 · 静安店',
    when: '11月22日 12:30',
    about: '会员 …4567 · A-1024',
    no: '',
  })
})

test('what was refused says why, in the words its page had', () => {
  const refused = viewAction(action({ outcome: 'ABOVE_LIMIT', member: null, subject: null }))
  expect(refused).toMatchObject({ about: '', no: expect.stringContaining('超过你的权限') })
})

test('the spreadsheet has a head and a line for each record, as Excel reads them', () => {
  const [head, line, end] = writeCsv([action()]).split('\r\n')
  expect(head).toBe('\ufeff时间,门店,姓名,职位,操作,会员号,对象,结果,编号')
  expect(line).toBe('2026年11月22日 12:30,静安店,小李,收银员,结账,M0000000000004567,A-1024,ok,k')
  expect(end).toBe('')
})

test.each([
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@sum', "'@sum"],
  ['小,李', '"小,李"'],
  ['小"李', '"小""李"'],
  ['a=b', 'a=b'],
])('F10: a colleague called %s is written %s, and nothing of it is run', (name, written) => {
  expect(writeCsv([action({ name })])).toContain(`,${written},收银员`)
})
