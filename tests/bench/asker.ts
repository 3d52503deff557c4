import { Wire } from '../load/wire'
import type { Outcome } from './contest'

type Reply = { ok: true; data: unknown } | { ok: false; refusal: string }

export type Asker = ReturnType<typeof askerOf>

/** Asks once, as a phone does at its first go; nothing is asked again. */
export function askerOf(url: string) {
  const wire = new Wire(url)
  const tokens = new Map<string, string>()

  const tokenOf = async (openid: string) => {
    const known = tokens.get(openid)
    if (known !== undefined) return known
    const { token } = (await wire.must('POST', '/wx/session', { openid })) as { token: string }
    tokens.set(openid, token)
    return token
  }
  const send = async (openid: string, name: string, procedure: string, input: object) => {
    const authorization = `Bearer ${await tokenOf(openid)}`
    const heard = await wire.send('POST', '/wx/call', { name, data: { procedure, input } }, { authorization })
    if (heard?.status !== 200) return null
    return (heard.body as { result: Reply }).result
  }
  return {
    ask: async (openid: string, name: string, procedure: string, input: object): Promise<Outcome> => {
      const reply = await send(openid, name, procedure, input)
      if (reply === null) return 'failed'
      if (reply.ok) return 'done'
      return ['BUSY', 'INTERNAL'].includes(reply.refusal) ? 'failed' : 'refused'
    },
    told: async <T>(openid: string, name: string, procedure: string, input: object): Promise<T> => {
      const reply = await send(openid, name, procedure, input)
      if (reply?.ok !== true) throw new Error(`${name}.${procedure} answered ${JSON.stringify(reply)}`)
      return reply.data as T
    },
    wire,
    close: () => wire.close(),
  }
}
