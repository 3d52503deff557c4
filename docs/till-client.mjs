// A till in twenty lines: node 20 and nothing else. What the answers mean is told in till.md.
import { createHmac, randomUUID } from 'node:crypto'

/** Send 1 to 100 paid orders; the result of each comes back in the same order. */
export async function sendOrders({ url, branch, key }, orders, tries = 5) {
  const body = JSON.stringify({ orders })
  const timestamp = String(Math.floor(Date.now() / 1000))
  const nonce = randomUUID()
  const signed = ['POST', '/pos/orders', timestamp, nonce, body].join('\n')
  const signature = createHmac('sha256', key).update(signed).digest('hex')
  const proof = { 'x-branch': branch, 'x-timestamp': timestamp, 'x-nonce': nonce, 'x-signature': signature }
  const headers = { 'content-type': 'application/json', ...proof }
  const response = await fetch(url, { method: 'POST', headers, body }).catch((error) => error)
  if (response.status === 200) return (await response.json()).results
  const mayPass = !response.status || [409, 429].includes(response.status) || response.status >= 500
  if (!mayPass || tries === 1) throw new Error(`orders not taken: ${response.status ?? response.message}`)
  await new Promise((resolve) => setTimeout(resolve, 1000))
  return sendOrders({ url, branch, key }, orders, tries - 1)
}
