const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

/**
 * Where a notification goes from here: to a server on this machine, or, when the address is this environment's own on
 * the platform (`https://<env>….tcloudbase.com/…`), to its HTTP access here. Nothing is ever sent to anybody else.
 */
export function reachFrom(envId: string, origin: () => string) {
  return (address: string): string | null => {
    if (!URL.canParse(address)) return null
    const { protocol, hostname, pathname, search } = new URL(address)
    if (search !== '') return null
    if (LOOPBACK.includes(hostname)) return /^https?:$/.test(protocol) ? address : null
    const own = hostname.startsWith(envId.toLowerCase()) && hostname.endsWith('.tcloudbase.com')
    return protocol === 'https:' && own ? `${origin()}/http${pathname}` : null
  }
}
