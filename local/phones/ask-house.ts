/** The address of a phone by itself, in the hands of somebody. */
export async function phoneOf(url: string, openid: string, path = 'pages/home/home'): Promise<string> {
  const { token } = await send<{ token: string }>(url, 'POST', '/wx/session', { openid })
  return `${url}/preview/index.html?${new URLSearchParams({ phone: 'one', token, who: openid, path })}`
}

/** Moves the cloud's clock; null is the machine's own time again. */
export async function setClock(url: string, now: Date | null): Promise<void> {
  await send(url, 'PUT', '/local/clock', { now: now === null ? null : now.toISOString() })
}

export async function runJobs(url: string): Promise<{ ok: boolean; time: number }> {
  const { result } = await send<{ result: { ok: boolean; time: number } }>(url, 'POST', '/local/timers/jobs')
  return result
}

async function send<T>(url: string, method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(url + path, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}`)
  return (await response.json()) as T
}
