/** What became of WeChat's question whether we may send messages. */
export type Consent = { accepted: string[]; words: '' } | { accepted: []; words: string }

/** WeChat asks about so many templates at once. */
type UpToThree = [string] | [string, string] | [string, string, string]

const SETTINGS = '请点右上角 ··· → 设置 → 通知管理，打开后再试'

/** WeChat's numbers for "the question could not be asked", as far as the person can do something about it. */
const words: Record<number, string> = {
  10002: '网络不太好，请稍后再试',
  10003: '网络不太好，请稍后再试',
  20004: `微信里关掉了本店的消息，${SETTINGS}`,
  20005: '本店的小程序暂时不能发消息，请联系技术支持',
}
const NOT_ASKED = '这次没能打开微信的询问，请稍后再试'

/** For each template: no; no for ever, as he chose once; not offered by WeChat. */
const refusals: Record<string, string> = {
  reject: `没有允许，就不会发消息；想要时再点一次。没有弹出询问的话，${SETTINGS}`,
  ban: '微信停用了这类消息，请联系技术支持',
  filter: '微信没有提供这类消息，请联系技术支持',
}

/**
 * Let WeChat ask whether one message of each template may be sent. Only from a tap, before anything else is
 * awaited. Never rejects. What was accepted is to be told to the server: WeChat tells nobody.
 */
export async function askConsent(templates: UpToThree): Promise<Consent> {
  try {
    const answer = await wx.requestSubscribeMessage({ tmplIds: templates })
    const accepted = templates.filter((id) => answer[id] === 'accept')
    if (accepted.length > 0) return { accepted, words: '' }
    return { accepted: [], words: refusals[answer[templates[0]] ?? ''] ?? NOT_ASKED }
  } catch (error) {
    console.warn('the question about messages was not asked', error)
    const { errCode = 0 } = error as { errCode?: number }
    return { accepted: [], words: words[errCode] ?? NOT_ASKED }
  }
}
