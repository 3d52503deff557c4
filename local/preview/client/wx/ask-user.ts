import { askModal } from '../layers/modal'
import { askScan, type ScanOffer } from '../layers/scan-overlay'
import type { PhoneOptions } from '../options'
import { askParent } from '../parent'
import { type Api, asynchronous, Refused } from './asynchronous'

/** Calls in which WeChat itself asks the person who holds the phone. */
export function createAskUser({ phone, token }: PhoneOptions): Record<string, Api> {
  const findOffers = async () => {
    const answer = await askParent({ type: 'scan-request', phone }, 'scan-offers')
    return (answer?.offers ?? []) as ScanOffer[]
  }
  return {
    scanCode: asynchronous('scanCode', async () => {
      const text = await askScan(findOffers)
      if (text === undefined) throw new Refused('cancel')
      return { result: text, scanType: 'QR_CODE', charSet: 'UTF-8', path: '', rawData: '' }
    }),
    requestSubscribeMessage: asynchronous('requestSubscribeMessage', async ({ tmplIds }) => {
      const templates = tmplIds as string[]
      const accepted = await askConsent(templates)
      if (accepted) await allowMessages(templates, token)
      return Object.fromEntries(templates.map((id) => [id, accepted ? 'accept' : 'reject']))
    }),
    login: asynchronous('login', () => ({ code: `preview-${phone}` })),
  }
}

/** A template id more than this is too many for one question. */
const MOST_TEMPLATES = 3

/** WeChat asks once for all templates, and only somebody who has just tapped. */
async function askConsent(templates: readonly string[]): Promise<boolean> {
  if (templates.length > MOST_TEMPLATES)
    throw new Refused('Templates count out of max bound', { errCode: 20003 })
  if (!navigator.userActivation.isActive) throw new Refused('can only be invoked by user TAP gesture.')
  const { confirmed } = await askModal({
    title: '订阅消息',
    content: '允许本小程序向你发送一次性消息？',
    editable: false,
    placeholder: '',
    cancel: '取消',
    cancelColor: '#000000',
    confirm: '允许',
    confirmColor: '#07c160',
  })
  return confirmed
}

/** WeChat counts by itself what it was allowed. */
async function allowMessages(templates: readonly string[], token: string): Promise<void> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const body = JSON.stringify({ templates })
  const response = await fetch('/wx/subscribe', { method: 'POST', headers, body })
  if (!response.ok) throw new Refused('network error', { errCode: 10003 })
}
