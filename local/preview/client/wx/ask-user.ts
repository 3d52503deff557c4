import { askModal } from '../layers/modal'
import { askScan, type ScanOffer } from '../layers/scan-overlay'
import type { PhoneOptions } from '../options'
import { askParent } from '../parent'
import { type Api, asynchronous, Refused } from './asynchronous'

/** Calls in which WeChat itself asks the person who holds the phone. */
export function createAskUser({ phone }: PhoneOptions): Record<string, Api> {
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
      const answer = confirmed ? 'accept' : 'reject'
      return Object.fromEntries((tmplIds as string[]).map((id) => [id, answer]))
    }),
    login: asynchronous('login', () => ({ code: `preview-${phone}` })),
  }
}
