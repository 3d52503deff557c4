import { formatPoints } from '../../services/format-points'
import type { Terms } from './form'
import type { Name } from './say-tier'

type Questionnaire = NonNullable<Terms['questionnaire']>
type Question = Questionnaire['questions'][number]

const points = (value: unknown) => `${formatPoints(Number(value))} 积分`
const words = (value: unknown) => String(value)

const sayQuestionnaire = (value: unknown) => {
  const asked = value as Questionnaire
  return `「${asked.title}」${asked.questions.length} 题，送 ${points(asked.points)}`
}

const sayQuestion = (value: unknown) => (value as Question).words
const sayOption = (value: unknown) => (value as { words: string }).words

/** What changes of a questionnaire are called, and how they are told. */
export const QUESTIONNAIRE_NAMES: Name[] = [
  [/^questionnaire$/, '问卷', sayQuestionnaire],
  [/^questionnaire\.id$/, '另出一份问卷', words],
  [/^questionnaire\.title$/, '问卷标题', words],
  [/^questionnaire\.points$/, '填写问卷', points],
  [/^questionnaire\.questions\.[^.]+$/, '问卷的题', sayQuestion],
  [/^questionnaire\.questions\.[^.]+\.words$/, '问卷的题', words],
  [/^questionnaire\.questions\.[^.]+\.kind$/, '题型', (value) => (value === 'stars' ? '打星' : '选择')],
  [
    /^questionnaire\.questions\.[^.]+\.several$/,
    '题型',
    (value) => (value === true ? '可以选几个' : '选一个'),
  ],
  [
    /^questionnaire\.questions\.[^.]+\.options$/,
    '选项',
    (value) => (value as Question[]).map(sayOption).join('、'),
  ],
  [/^questionnaire\.questions\.[^.]+\.options\.[^.]+$/, '选项', sayOption],
  [/^questionnaire\.questions\.[^.]+\.options\.[^.]+\.words$/, '选项', words],
]
