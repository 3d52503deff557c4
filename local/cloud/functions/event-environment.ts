import type { Trigger } from '../trace'
import type { Invocation } from './invocation'

const SOURCES: Record<Trigger, string> = {
  wx: 'wx_client',
  http: 'wx_http',
  timer: 'wx_trigger',
  function: 'scf',
  push: 'wx_unknown',
  api: 'wx_unknown',
}

/** What the platform puts into the process for one event: who calls and from where. A caller cannot set any of it. */
export function eventEnvironment({ id, trace, openid }: Invocation): Record<string, string> {
  const person =
    openid === undefined ? {} : { WX_OPENID: openid, WX_APPID: 'wx-local', WX_CLIENTIP: '127.0.0.1' }
  const about = { TCB_SOURCE: SOURCES[trace.trigger], TCB_SEQID: id, TRIGGER_SRC: trace.trigger }
  return {
    ...person,
    ...about,
    WX_CONTEXT_KEYS: Object.keys(person).join(','),
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE,TCB_SEQID',
  }
}

/** The second argument of a function. */
export function eventContext(
  { id, trace }: Invocation,
  envId: string,
  limits: { memoryMb: number; timeoutMs: number },
  environment: Record<string, string>,
) {
  return {
    callbackWaitsForEmptyEventLoop: false,
    request_id: id,
    function_name: trace.function,
    function_version: '$LATEST',
    namespace: envId,
    memory_limit_in_mb: limits.memoryMb,
    time_limit_in_ms: limits.timeoutMs,
    environ: Object.entries(environment)
      .map(([name, value]) => `${name}=${value}`)
      .join(';'),
    environment: JSON.stringify(environment),
  }
}
