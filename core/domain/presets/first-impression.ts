import type { Questionnaire } from '../../contract'
import { points } from '../amounts'

/** Thirty points for what the guide wants to know of a guest. EARN-13. */
export const firstImpression: Questionnaire = {
  id: 'first-impression',
  title: '用餐感受小问卷',
  points: points(30),
  questions: [
    { id: 'taste', words: '菜品味道，您打几颗星？', kind: 'stars' },
    { id: 'service', words: '服务，您打几颗星？', kind: 'stars' },
    {
      id: 'again',
      words: '下次最想为什么而来？',
      kind: 'choice',
      several: true,
      options: [
        { id: 'dishes', words: '菜好吃' },
        { id: 'price', words: '价格实惠' },
        { id: 'near', words: '离得近' },
        { id: 'points', words: '积分能换东西' },
      ],
    },
  ],
}
