import { createHash } from 'node:crypto'
import { invalidParam } from '../engine/cloud-error'
import { type Doc, isPlain } from '../engine/document'

/** What WeChat says of a text or a picture: `pass`, or a reason to look (`review`) or to refuse (`risky`). */
type Suggestion = 'pass' | 'review' | 'risky'

/** One thing that was judged. */
export interface Check {
  at: string
  traceId: string
  kind: 'text' | 'media'
  openid: string
  subject: string
  suggest: Suggestion
}

/** Words by which content is judged here. WeChat tells nobody its own; the two texts are those it publishes to test with. */
export interface Judgement {
  risky: string[]
  review: string[]
}

const TESTED: Judgement = {
  risky: ['特3456书yuuo莞6543李zxcz蒜7782法fgnv级', '完2347全dfji试3726测asad感3847知qwez到', '赌博', '色情'],
  review: ['加微信', '代购'],
}

const LABELS: Record<Suggestion, number> = { pass: 100, review: 10001, risky: 20006 }
const KEPT = 300

/** WeChat's content check: what is judged by, and what was judged, oldest first. */
export class ContentChecks {
  judgement: Judgement = TESTED
  #done: Check[] = []
  #count = 0

  judge(kind: Check['kind'], openid: string, subject: string, now: number): Check {
    const has = (words: string[]) => words.some((word) => subject.includes(word))
    const { risky, review } = this.judgement
    const suggest = has(risky) ? 'risky' : has(review) ? 'review' : 'pass'
    const check = {
      at: new Date(now).toISOString(),
      traceId: this.#newTraceId(),
      kind,
      openid,
      subject,
      suggest,
    } as const
    this.#done.push(check)
    if (this.#done.length > KEPT) this.#done.shift()
    return check
  }

  /** Never the same twice, and the same again in a history that is told again. */
  #newTraceId(): string {
    const digest = createHash('sha256')
      .update(`check ${this.#count++}`)
      .digest('hex')
    return [digest.slice(0, 8), digest.slice(8, 16), digest.slice(16, 24)].join('-')
  }

  list(): Check[] {
    return [...this.#done]
  }
}

export const resultOf = ({ suggest }: Check) => ({ suggest, label: LABELS[suggest] })

/** `wxa_media_check`: how WeChat tells, later, what it thinks of a picture or a sound. */
export function mediaCheckEvent(check: Check, appid: string, now: number): Doc {
  const result = resultOf(check)
  return {
    ToUserName: 'gh_local',
    FromUserName: check.openid,
    CreateTime: Math.floor(now / 1000),
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid,
    trace_id: check.traceId,
    version: 2,
    detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }],
    errcode: 0,
    errmsg: 'ok',
    result,
  }
}

export function readJudgement(body: Doc): Judgement {
  const { risky = [], review = [] } = body
  const words = (list: unknown): list is string[] =>
    Array.isArray(list) && list.every((word) => typeof word === 'string' && word !== '')
  if (!isPlain(body) || !words(risky) || !words(review))
    throw invalidParam('risky and review are lists of words')
  return { risky, review }
}
