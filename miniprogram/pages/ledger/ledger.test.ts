import { type Line, presentLine } from '../../services/present-line'
import { presentDetail } from './line-sheet/present-detail'
import { CHUNK, changedSlots, chunksInView, ROW_RPX, SLOTS, type Slot } from './slots'

const line = (seq: number, entry: Line['entry'], more: Partial<Line> = {}): Line => ({
  id: `M.${seq}`,
  key: 'k',
  index: 0,
  member: 'M',
  seq,
  kind: 'earn',
  month: '2026-11',
  at: '2026-11-21T11:30:00Z',
  delta: 206,
  balance: 1206,
  entry,
  ...more,
})
const joined: Line['entry'] = {
  type: 'MemberJoined',
  on: '2026-11-21',
  earned: 100,
  repaid: 0,
  expiresOn: '2027-11-21',
  tier: 'silver',
  tierName: '银卡会员',
  program: 'p',
}
const bill: Line['entry'] = {
  type: 'BillSettled',
  on: '2026-11-21',
  bill: 'POS-0042',
  branch: 'jingan',
  branchName: '静安店',
  amount: 8650,
  earned: 306,
  repaid: 0,
  expiresOn: '2027-11-21',
  program: 'recommended-1',
  steps: [
    { rule: 'base', amount: 8650, pointsPerYuan: 1, points: 86 },
    { rule: 'tier', tier: '金卡会员', bp: 12_000, points: 103 },
    { rule: 'birthday', window: 'month', bp: 20_000, points: 206 },
    { rule: 'firstOrderBonus', bonus: 100, points: 306 },
  ],
}

describe('a ledger of ten thousand lines', () => {
  const height = CHUNK * ROW_RPX

  test.each([
    [0, 0, []],
    [0, 7, [0]],
    [0, 10_000, [0, 1, 2, 3]],
    [height - 1, 10_000, [0, 1, 2, 3]],
    [2 * height, 10_000, [1, 2, 3, 4]],
    [499 * height, 10_000, [496, 497, 498, 499]],
  ])('scrolled by %d of %d lines draws the chunks %j', (scrolled, lines, chunks) => {
    expect(chunksInView(scrolled, lines)).toEqual(chunks)
  })

  test('never draws more than four chunks, and sends one for each chunk scrolled', () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => line(10_000 - i, joined))
    const slots: Slot[] = []
    let most = 0
    for (let scrolled = 0; scrolled < 10_000 * ROW_RPX; scrolled += height) {
      const change = changedSlots(slots, lines, scrolled)
      for (const [path, slot] of Object.entries(change)) slots[Number(path.slice(6, -1))] = slot
      if (scrolled > 0) most = Math.max(most, Object.keys(change).length)
    }
    expect(slots).toHaveLength(SLOTS)
    expect(most).toBe(1)
  })

  test('a chunk that was not full is drawn again when its rest has come', () => {
    const lines = Array.from({ length: 12 }, (_, i) => line(12 - i, joined))
    const first = changedSlots([], lines.slice(0, 5), 0)
    const slots = [first['slots[0]']].filter((slot) => slot !== undefined)
    expect(changedSlots(slots, lines.slice(0, 5), 0)).toEqual({})
    expect(changedSlots(slots, lines, 0)['slots[0]']?.rows).toHaveLength(12)
  })
})

describe('why it is this many points', () => {
  test('each step in plain words with its running result', () => {
    const detail = presentDetail(line(1, bill))
    expect(detail.heading).toBe('为什么是这么多积分')
    expect(detail.steps.map(({ title, points }) => [title, points])).toEqual([
      ['消费 ¥86.50', '86'],
      ['金卡会员 ×1.2', '103'],
      ['生日月 ×2', '206'],
      ['首单礼 +100', '306'],
    ])
    expect(detail.total).toBe('306')
  })

  test('with the branch, the bill, the day of expiry and the version of the rules', () => {
    expect(presentDetail(line(1, bill)).facts).toEqual([
      { label: '到期', value: '2027年11月21日' },
      { label: '门店', value: '静安店' },
      { label: '账单号', value: 'POS-0042' },
      { label: '时间', value: '2026年11月21日 19:30' },
      { label: '之后余额', value: '1,206 积分' },
      { label: '规则版本', value: 'recommended-1' },
    ])
  })

  test('a bill without a till’s number does not show the key of its command', () => {
    const detail = presentDetail(line(1, { ...bill, bill: '1c7d0f0a-6f0e-4f5e-9a57-0d9f5b8f4a11' }))
    expect(detail.facts.map((fact) => fact.label)).not.toContain('账单号')
  })

  test('burned points are told lot by lot', () => {
    const drawn = [
      { lot: '2027-01-01', points: 60 },
      { lot: '2027-03-01', points: 40 },
    ]
    const detail = presentDetail(
      line(1, { type: 'PointsExpired', on: '2027-03-02', drawn }, { kind: 'expire', delta: -100 }),
    )
    expect(detail.delta).toBe('−100')
    expect(detail.facts.slice(0, 2).map((fact) => fact.value)).toEqual([
      '60 积分，2027年1月1日到期的',
      '40 积分，2027年3月1日到期的',
    ])
  })
})

describe('CAMP-09: what a line did to his card of stamps', () => {
  const factsOf = (entry: Line['entry'], delta: number) =>
    presentDetail(line(2, entry, { delta })).facts.filter(({ label }) => label === '集杯')
  const titled = (entry: Line['entry'], delta: number) => {
    const { where, delta: moved } = presentLine(line(2, entry, { delta }))
    return [where, moved]
  }
  const stamped = { ...bill, stamp: { atLeast: 3_000 } } as Line['entry']
  const reversed: Line['entry'] = {
    type: 'BillReversed',
    on: '2026-11-22',
    bill: 'POS-0042',
    branch: 'jingan',
    branchName: '静安店',
    paidOn: '2026-11-21',
    amount: 8650,
    left: 0,
    points: 306,
    drawn: [],
    lapsed: 0,
    lot: '2027-11-21',
    owed: 306,
    unstamped: true,
    reason: '顾客退款',
    by: '小李',
    program: 'p',
  }
  const code = { on: '2026-11-22', reward: 'drink', rewardName: '饮品', redemption: 'C', program: 'p' }
  const claimed: Line['entry'] = { type: 'RewardClaimed', ...code, drawn: [], stamps: 10, token: null }
  const returned: Line['entry'] = {
    type: 'ClaimReversed',
    ...code,
    returned: [],
    repaid: 0,
    stamps: 10,
    reason: '今天卖完了',
    by: '小李',
  }

  test.each([
    [stamped, 306, '静安店 · 集杯 +1', '+306', '+1，这一单实付满 ¥30'],
    [reversed, 0, '静安店 · 集杯 −1', '0', '−1，这一单剩下的不够集一枚'],
    [claimed, 0, '用 10 枚集杯', '', '用了 10 枚集杯，没有用积分'],
    [returned, 0, '退回 10 枚集杯', '', '退回 10 枚集杯'],
  ])('%j', (entry, delta, where, moved, why) => {
    expect(titled(entry, delta)).toEqual([where, moved])
    expect(factsOf(entry, delta)).toEqual([{ label: '集杯', value: why }])
  })

  test('and nothing where it did nothing', () => {
    expect([titled(bill, 306), factsOf(bill, 306)]).toEqual([['静安店', '+306'], []])
    const forPoints = { ...claimed, stamps: undefined, drawn: [{ lot: '2027-11-21', points: 5 }] }
    expect([titled(forPoints, -5), factsOf(forPoints, -5)]).toEqual([['', '−5'], []])
  })
})
