import type { MemberId, TemplateName } from '../core/contract'
import { assert } from '../core/domain/result'
import type { Deliver } from '../core/store/messages'
import type { Env } from './env'
import { seal, unseal } from './seal'

/** WeChat's numbers: delivered; the person has allowed none, or not any more. */
const DELIVERED = 0
const NOT_ALLOWED = 43101

export const ADDRESS = 'openid for messages'

const ownedBy = (person: MemberId) => ({ owner: person, purpose: ADDRESS })

/** Where to write to the caller: his openid, readable by nobody who reads the database. */
export const sealAddress = (env: Env): string => seal(env.seals, ownedBy(env.caller()), env.openid())

/** What the template is called by WeChat: every account has its own, `alarm=<id>,…`. Locally its own name will do. */
export function templateId(template: TemplateName): string {
  const ids = new URLSearchParams((process.env.HUITOUKE_TEMPLATES ?? '').replaceAll(',', '&'))
  return ids.get(template) ?? template
}

/** Ask WeChat once. Whatever it does not answer clearly is thrown. */
export const sendMessage =
  (env: Env): Deliver =>
  async ({ person, address }, template, { page, data }) => {
    const touser = unseal(env.seals, ownedBy(person), address)
    const answer = (await env.askWechat('subscribeMessage.send', {
      touser,
      templateId: templateId(template),
      page,
      data,
    })) as { errCode?: unknown } | null
    const errCode = answer?.errCode
    assert(typeof errCode === 'number', 'WeChat answered without a number')
    if (errCode === DELIVERED) return 'sent'
    env.log({ at: 'message', template, errCode })
    return errCode === NOT_ALLOWED ? 'notAllowed' : 'refused'
  }
