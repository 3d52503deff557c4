import type { DinerTemplate, MemberId } from '../core/contract'
import { DinerTemplate as Templates } from '../core/contract/message'
import { consentId } from '../core/store/consents'
import { readConsents } from '../core/store/read-consents'
import type { Env } from './env'
import { templateId } from './send-message'

/** What a member can be told by message: what WeChat asks him about, and how many he still allows. */
export async function readAllowances(env: Env, member: MemberId) {
  const consents = await readConsents(env.db, [member], Templates.options)
  return Templates.options.map((template: DinerTemplate) => {
    const consent = consents.find(({ _id }) => _id === consentId(member, template))
    return { template, templateId: templateId(template), left: consent?.left ?? 0 }
  })
}
