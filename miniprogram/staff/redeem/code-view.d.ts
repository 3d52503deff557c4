import type { AnswerTo } from '../../services/cloud'
export type Inspected = AnswerTo<'cashier', 'inspectCode'>
/** What a code is for and whether it can be used, as the cashier reads it. */
export interface CodeView {
  code: string
  name: string
  picture: string
  worth: string
  member: string
  validity: string
  usable: boolean
  tone: 'good' | 'warn' | 'bad'
  verdict: string
  /** Why not, in full; empty when it can be used. */
  reason: string
}
export declare function viewCode(inspected: Inspected): CodeView
