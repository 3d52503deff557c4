import { askModal } from '../layers/modal'
import { askScan, type ScanOffer } from '../layers/scan-overlay'
import type { PhoneOptions } from '../options'
import { askParent } from '../parent'
import { askWechat } from './ask-wechat'
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
      return describeCode(text)
    }),
    requestSubscribeMessage: asynchronous('requestSubscribeMessage', async ({ tmplIds }) => {
      const templates = tmplIds as string[]
      const accepted = await askConsent(templates)
      // WeChat counts by itself what it was allowed.
      if (accepted) await askWechat('/wx/subscribe', token, { templates })
      return Object.fromEntries(templates.map((id) => [id, accepted ? 'accept' : 'reject']))
    }),
    login: asynchronous('login', () => ({ code: `preview-${phone}` })),
  }
}

/** The text of a code image of this mini-program; every other code is a text of its own. */
const CODE_IMAGE = 'weixin://wxacode/'

function describeCode(text: string) {
  const common = { charSet: 'UTF-8', rawData: '' }
  return text.startsWith(CODE_IMAGE)
    ? { ...common, result: '', scanType: 'WX_CODE', path: text.slice(CODE_IMAGE.length) }
    : { ...common, result: text, scanType: 'QR_CODE', path: '' }
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
