// What a function asks of WeChat Pay's own address is answered by the cloud. Its code stays as it is, and nothing that runs
// here ever reaches the real one.
const http = require('node:http')
const https = require('node:https')

const HOSTS = ['api.mch.weixin.qq.com', 'api2.mch.weixin.qq.com']
const ONLY_FOR_TLS = ['agent', 'protocol', 'host', 'hostname', 'port', 'servername', 'defaultPort']

/** The parts of a call of `https.request`, which takes an address, options, or both. */
function readCall([first, ...rest]) {
  const url = typeof first === 'string' || first instanceof URL ? new URL(first) : undefined
  const options = { ...(url ? rest.find((part) => typeof part === 'object') : first) }
  const host = options.hostname ?? options.host ?? url?.hostname ?? ''
  const path = options.path ?? (url ? url.pathname + url.search : '/')
  return {
    options,
    path,
    host: String(host).split(':')[0],
    listener: rest.find((part) => typeof part === 'function'),
  }
}

function redirectPay(origin, now) {
  const { hostname, port } = new URL(origin)
  const clock = () => ({ 'x-local-clock': new Date(now()).toISOString() })
  const send = https.request
  https.request = (...call) => {
    const { options, path, host, listener } = readCall(call)
    if (!HOSTS.includes(host)) return send(...call)
    for (const name of ONLY_FOR_TLS) delete options[name]
    const headers = { ...options.headers, ...clock() }
    return http.request({ ...options, host: hostname, port, path, headers }, listener)
  }
  https.get = (...call) => {
    const request = https.request(...call)
    request.end()
    return request
  }
  const fetchElsewhere = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init)
    const { hostname: host, pathname, search } = new URL(request.url)
    if (!HOSTS.includes(host)) return fetchElsewhere(input, init)
    const headers = new Headers(request.headers)
    for (const [name, value] of Object.entries(clock())) headers.set(name, value)
    const body = request.body ? await request.arrayBuffer() : undefined
    return fetchElsewhere(`${origin}${pathname}${search}`, {
      method: request.method,
      headers,
      body,
      signal: request.signal,
    })
  }
}

module.exports = { redirectPay }
