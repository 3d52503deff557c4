/** What the embedding page says in the address: who holds the phone, and where it opens. */
export interface PhoneOptions {
  phone: string
  token: string
  who: string
  path: string
}

export function readOptions(search: string): PhoneOptions {
  const query = new URLSearchParams(search)
  const read = (name: string) => query.get(name) ?? ''
  return { phone: read('phone') || 'phone', token: read('token'), who: read('who'), path: read('path') }
}
