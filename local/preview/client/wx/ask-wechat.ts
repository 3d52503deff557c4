import { Refused } from './asynchronous'

/** What a phone asks of WeChat itself, in the name of its session. */
export async function askWechat<T>(path: string, token: string, body: object): Promise<T> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => {
    throw new Refused('network error', { errCode: 10003 })
  })
  const answer = (await response.json()) as T & { error?: { code: string; message: string } }
  if (answer.error) throw new Refused(answer.error.message, { errCode: answer.error.code })
  return answer
}
