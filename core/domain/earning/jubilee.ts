import type { AdditionRule } from './rule'

/** The 100th bill (百次纪念) gets something on top, once: 100 yuan earn 100 and 200 more. BDAY-05. */
export const jubileeAddition: AdditionRule = ({ billsBefore, jubileesHad }, { jubilees }) =>
  jubilees
    .filter(({ bill }) => bill === billsBefore + 1 && !jubileesHad.includes(bill))
    .map(({ bill: nth, points: bonus }) => ({ rule: 'jubilee', nth, bonus }))
