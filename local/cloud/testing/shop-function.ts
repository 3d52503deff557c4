/**
 * A merchant's function as it would run on the platform: it asks `https://api.mch.weixin.qq.com` for everything, signs as
 * the documents of WeChat Pay (version 3) say, and believes a notification only when the signature and the seal are right. What it heard is in the file HEARD, a line each.
 */
export const shopFunction = `
const crypto = require('node:crypto')
const fs = require('node:fs')
const https = require('node:https')
const env = process.env
let certificate

const sign = (text) => crypto.sign('sha256', Buffer.from(text), env.WECHATPAY_PRIVATE_KEY).toString('base64')

function authorize(method, target, body, spoil) {
  const timestamp = String(Math.floor(Date.now() / 1000) + (spoil?.seconds ?? 0)), nonce = crypto.randomUUID()
  const signature = sign([method, target, timestamp, nonce, spoil?.signedBody ?? body, ''].join('\\n'))
  const parts = { mchid: spoil?.mchid ?? env.WECHATPAY_MCHID, nonce_str: nonce, signature, timestamp, serial_no: spoil?.serial ?? env.WECHATPAY_SERIAL_NO }
  return 'WECHATPAY2-SHA256-RSA2048 ' + Object.entries(parts).map(([name, value]) => name + '="' + value + '"').join(',')
}

async function ask({ method, target, body, spoil, by }) {
  const text = body === undefined ? '' : JSON.stringify(body)
  const headers = { authorization: authorize(method, target, text, spoil), 'content-type': 'application/json', accept: 'application/json' }
  const answer = by === 'https' ? await askByHttps(method, target, headers, text) : await askByFetch(method, target, headers, text)
  return { status: answer.status, body: answer.text ? JSON.parse(answer.text) : null, signed: await isWechats(answer.headers, answer.text) }
}

async function askByFetch(method, target, headers, body) {
  const response = await fetch('https://api.mch.weixin.qq.com' + target, { method, headers, ...(body ? { body } : {}) })
  return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() }
}

function askByHttps(method, path, headers, body) {
  return new Promise((resolve, reject) => {
    const request = https.request({ hostname: 'api.mch.weixin.qq.com', path, method, headers }, (response) => {
      let text = ''
      response.on('data', (chunk) => { text += chunk }).on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }))
    })
    request.on('error', reject).end(body)
  })
}

function unseal({ ciphertext, nonce, associated_data }) {
  const bytes = Buffer.from(ciphertext, 'base64')
  const decipher = crypto.createDecipheriv('aes-256-gcm', env.WECHATPAY_API_V3_KEY, nonce)
  decipher.setAuthTag(bytes.subarray(-16)).setAAD(Buffer.from(associated_data))
  return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8')
}

async function isWechats(headers, body) {
  if (!certificate) {
    const target = '/v3/certificates'
    const { text } = await askByFetch('GET', target, { authorization: authorize('GET', target, ''), accept: 'application/json' }, '')
    const [{ serial_no, encrypt_certificate }] = JSON.parse(text).data
    const pem = unseal(encrypt_certificate)
    certificate = { serial: serial_no, key: new crypto.X509Certificate(pem).publicKey }
  }
  const text = [headers['wechatpay-timestamp'], headers['wechatpay-nonce'], body, ''].join('\\n')
  return headers['wechatpay-serial'] === certificate.serial &&
    crypto.verify('sha256', Buffer.from(text), certificate.key, Buffer.from(headers['wechatpay-signature'] ?? '', 'base64'))
}

async function takeNotice({ headers, body, path }) {
  if (!(await isWechats(headers, body))) return { statusCode: 401, body: { code: 'FAIL', message: 'not signed' } }
  const { id, event_type, resource } = JSON.parse(body)
  const notice = { id, event_type, path, resource: JSON.parse(unseal(resource)) }
  fs.appendFileSync(env.HEARD, JSON.stringify(notice) + '\\n')
  if (path.endsWith('/deaf')) return { statusCode: 500, body: { code: 'FAIL', message: 'later' } }
  return { statusCode: 200, body: { code: 'SUCCESS' } }
}

exports.main = async (event) => {
  if (event.httpMethod) return takeNotice(event)
  if (event.prepayId) {
    const call = { timeStamp: String(Math.floor(Date.now() / 1000)), nonceStr: crypto.randomUUID(), package: 'prepay_id=' + event.prepayId, signType: 'RSA' }
    return { ...call, paySign: sign([env.WECHATPAY_APPID, call.timeStamp, call.nonceStr, call.package, ''].join('\\n')) }
  }
  return ask(event)
}
`
