import type { Campaign, Program, Question, Reward, Tier } from '../../contract'
import { memberDay } from '../presets/member-day'
import { recommended } from '../presets/recommended'
import { anyDay } from './recommended-with'
import { words } from './words'

const [silver] = recommended.tiers as [Tier]
const [dish] = recommended.rewards as [Reward]
const tier = (over: Partial<Tier>): Program => ({
  ...recommended,
  tiers: [
    { ...silver, gift: null },
    { ...silver, ...over },
  ],
})
const reward = (over: Partial<Reward>): Program => ({ ...recommended, rewards: [dish, { ...dish, ...over }] })
const campaign = (over: Partial<Campaign>): Program => ({
  ...recommended,
  earn: { ...recommended.earn, campaigns: [memberDay, { ...memberDay, ...over }] },
})
const asking = (title: string, ...questions: object[]): Program => ({
  ...recommended,
  questionnaire: {
    id: 'q',
    title,
    questions: questions as Question[],
  } as unknown as Program['questionnaire'],
})
const text = { id: 'a', kind: 'text', words: '怎么样？' }
const choice = (said: string) => ({
  ...text,
  kind: 'choice',
  several: false,
  options: [
    { id: 'a', words: '好' },
    { id: 'b', words: said },
  ],
})

test.each<[at: string, saying: (said: string) => Program]>([
  ['tiers.1.name', (name) => tier({ name })],
  ['tiers.1.privileges', (said) => tier({ privileges: ['优先入座', said] })],
  ['tiers.1.gift', (said) => tier({ gift: { points: silver.birthdayGift, words: said } })],
  ['rewards.1.name', (name) => reward({ name })],
  ['rewards.1.description', (description) => reward({ description })],
  ['earn.campaigns.1.name', (name) => campaign({ name })],
  ['questionnaire.title', (title) => asking(title, text)],
  ['questionnaire.questions.1', (said) => asking('问卷', text, { ...text, words: said })],
  ['questionnaire.questions.1', (said) => asking('问卷', text, choice(said))],
])('C-47: at %s nothing forbidden is said', (at, saying) => {
  const remark = { rule: 'WORDS_FORBIDDEN', at, found: '最终解释权' }
  expect(words(saying('本店保留最终解释权'), anyDay)).toEqual([remark])
  expect(words(saying('好吃'), anyDay)).toEqual([])
})

test.each<[said: string, found: string | null]>([
  ['解释权归本店', '解释权归'],
  ['售出不予退款', '不予退款'],
  ['一经兑换概不退换', '概不退换'],
  ['概不负责', '概不'],
  ['不退', '不退'],
  ['退换请找店员', null],
  ['分享得 20 积分', '分享得'],
  ['转发给好友领券', '转发给好友领'],
  ['分享给一位两位三位四位好友得券', null],
  ['发朋友圈', '朋友圈'],
  ['四人分享', null],
  ['送小菜，欢迎分享', null],
])('C-47: of “%s” it is told: %s', (said, found) => {
  const remark = { rule: 'WORDS_FORBIDDEN', at: 'rewards.1.name', found }
  expect(words(reward({ name: said }), anyDay)).toEqual(found === null ? [] : [remark])
})
