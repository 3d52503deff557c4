import { type Asked, answersOf, choose, presentDone, presentQuestionnaire } from './present-questionnaire'

const options = [
  { id: 'near', words: '离得近' },
  { id: 'good', words: '好吃' },
]
const asked: Asked = {
  id: 'first',
  title: '小问卷',
  points: 30,
  questions: [
    { id: 'taste', words: '味道', kind: 'stars' },
    { id: 'why', words: '为什么来', kind: 'choice', several: true, options },
    { id: 'again', words: '还来吗', kind: 'choice', several: false, options },
  ],
}

test('EARN-13: of several an option goes in and out again, of one the last tap counts, and so do stars', () => {
  const taps = [
    ['why', 'near'],
    ['why', 'good'],
    ['why', 'near'],
    ['again', 'near'],
    ['again', 'good'],
    ['taste', '5'],
    ['taste', '3'],
  ] as const
  const chosen = taps.reduce((so, [id, key]) => choose(asked, so, id, key), {})
  expect(answersOf(asked, chosen)).toEqual([
    { question: 'taste', kind: 'stars', stars: 3 },
    { question: 'why', kind: 'choice', options: ['good'] },
    { question: 'again', kind: 'choice', options: ['good'] },
  ])
  const view = presentQuestionnaire(asked, chosen)
  expect(view.cards[0]?.stars.map(({ isOn }) => isOn)).toEqual([true, true, true, false, false])
  expect(view).toMatchObject({ isComplete: true, button: '提交，得 30 积分', progress: '3 / 3', bp: 10_000 })
})

test('EARN-13: while a question is open it says how many, and what was taken back is open again', () => {
  const twice = choose(asked, choose(asked, {}, 'why', 'near'), 'why', 'near')
  expect(presentQuestionnaire(asked, twice)).toMatchObject({ isComplete: false, button: '还有 3 题', bp: 0 })
  expect(presentQuestionnaire(asked, choose(asked, {}, 'taste', '1'))).toMatchObject({
    button: '还有 2 题',
    progress: '1 / 3',
    bp: 3333,
  })
})

test('CAP-01: what waits is told, not celebrated', () => {
  expect(presentDone({ earned: 30, pending: 0, balance: 130 })).toMatchObject({ figure: '+30' })
  expect(presentDone({ earned: 0, pending: 30, balance: 100 })).toEqual({
    title: '谢谢你的回答',
    figure: '已收到',
    note: '另有 30 积分待生效',
  })
})
