import { askModal } from './layers/modal'

/** What the event of a phone number button says. */
type Detail = { code?: string; errMsg: string }

/** Elements are defined before it is known whose phone this is; it is put here once it is. */
let session = ''

export function setSession(token: string): void {
  session = token
}

/** WeChat's dialog under its phone number button: the page is given a code, and that only when the person agrees. */
export async function askPhoneNumber(): Promise<Detail> {
  const { code, number } = await makeCode()
  if (code === undefined || number === undefined) return { errMsg: 'getPhoneNumber:fail' }
  const { confirmed } = await askModal({
    title: '申请获取你的手机号',
    content: `${number.slice(0, 3)}****${number.slice(-4)}`,
    editable: false,
    placeholder: '',
    cancel: '不允许',
    cancelColor: '#000000',
    confirm: '允许',
    confirmColor: '#07c160',
  })
  return confirmed ? { code, errMsg: 'getPhoneNumber:ok' } : { errMsg: 'getPhoneNumber:fail user deny' }
}

async function makeCode(): Promise<{ code?: string; number?: string }> {
  const headers = { authorization: `Bearer ${session}` }
  try {
    const response = await fetch('/wx/phone-code', { method: 'POST', headers, body: '{}' })
    return (await response.json()) as { code?: string; number?: string }
  } catch (error) {
    console.warn('WeChat could not be asked for the phone number', error)
    return {}
  }
}
