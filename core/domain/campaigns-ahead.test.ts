import type { BusinessDay, Campaign } from '../contract'
import { campaignsAhead } from './campaigns-ahead'
import { recommended } from './presets/recommended'

const [memberDay] = recommended.earn.campaigns as [Campaign]
const today = '2026-11-18' as BusinessDay
const campaign = (id: string, over: Partial<Campaign>): Campaign => ({
  ...memberDay,
  id,
  days: { kind: 'every' },
  ...over,
})
const day = (text: string) => text as BusinessDay

test.each`
  what                             | over                                                       | is
  ${'member day on the 18th'}      | ${{ days: memberDay.days }}                                | ${[true, '2026-12-18']}
  ${'the last day of one'}         | ${{ to: '2026-11-18' }}                                    | ${[true, null]}
  ${'one that was over yesterday'} | ${{ to: '2026-11-17' }}                                    | ${undefined}
  ${'one from tomorrow on'}        | ${{ from: '2026-11-19' }}                                  | ${[false, '2026-11-19']}
  ${'one in 90 days'}              | ${{ from: '2027-02-16' }}                                  | ${[false, '2027-02-16']}
  ${'one in 91 days'}              | ${{ from: '2027-02-17' }}                                  | ${undefined}
  ${'the next Saturday'}           | ${{ days: { kind: 'weekdays', weekdays: [6] } }}           | ${[false, '2026-11-21']}
  ${'Christmas'}                   | ${{ days: { kind: 'holidays', holidays: ['christmas'] } }} | ${[false, '2026-12-25']}
`('CAMP-02, CAMP-05: $what is $is', ({ over, is }) => {
  const [found] = campaignsAhead([campaign('c', over)], today)
  expect(found && [found.isToday, found.next]).toEqual(is)
})

test('what is on today stands first, then what comes soonest', () => {
  const all = [
    campaign('later', { from: day('2026-11-25') }),
    campaign('soon', { from: day('2026-11-20') }),
    campaign('on', {}),
    campaign('ends-first', { to: day('2026-11-30') }),
  ]
  for (const inAnyOrder of [all, [...all].reverse()]) {
    const ids = campaignsAhead(inAnyOrder, today).map(({ campaign: { id } }) => id)
    expect(ids).toEqual(['ends-first', 'on', 'soon', 'later'])
  }
})
