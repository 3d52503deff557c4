import { connect, type Socket } from 'node:net'
import { startTestCloud, type TestCloud } from '../testing/start-test-cloud'

let test$: TestCloud
beforeAll(async () => {
  test$ = await startTestCloud()
  await test$.db.createCollection('c')
})
afterAll(() => test$.stop())

const UPGRADE = {
  upgrade: 'websocket',
  connection: 'Upgrade',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
}

/** A line of our own making, which may say what no library would. */
async function openLine(path = '/watch', headers: Record<string, string> = UPGRADE) {
  const socket: Socket = connect(test$.cloud.port, '127.0.0.1')
  let heard = Buffer.alloc(0)
  socket.on('data', (chunk) => {
    heard = Buffer.concat([heard, chunk])
  })
  socket.on('error', () => undefined)
  const closed = new Promise((resolve) => socket.once('close', resolve))
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.write([`GET ${path} HTTP/1.1`, 'host: x', ...lines, '', ''].join('\r\n'))
  const hears = async (text: string) => {
    for (let tries = 0; tries < 100 && !heard.includes(text); tries++)
      await new Promise((resume) => setTimeout(resume, 20))
    expect(heard.toString('latin1')).toContain(text)
  }
  const say = (message: object) => socket.write(masked(1, Buffer.from(JSON.stringify(message))))
  return { socket, closed, hears, say, heard: () => heard }
}

/** What a server sends, and nobody may send to it: not masked. */
function writeFrame(kind: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(payload.length < 126 ? 2 : 10)
  head[0] = 0x80 | kind
  head[1] = payload.length < 126 ? payload.length : 127
  if (payload.length >= 126) head.writeBigUInt64BE(BigInt(payload.length), 2)
  return Buffer.concat([head, payload])
}

/** With a mask of zeros the words stay as they are. */
function masked(kind: number, payload: Buffer): Buffer {
  const frame = writeFrame(kind, payload)
  const end = frame.length - payload.length
  frame[1] = (frame[1] as number) | 0x80
  return Buffer.concat([frame.subarray(0, end), Buffer.alloc(4), payload])
}

const ticket = async () => {
  const request = new (
    test$.db.constructor as never as { reqClass: new (config: unknown) => Requester }
  ).reqClass((test$.app as unknown as { config: object }).config)
  return (await request.send('auth.wsWebSign', {})).data.signStr
}
interface Requester {
  send(action: string, data: object): Promise<{ data: { signStr: string } }>
}

it.each([
  ['/elsewhere', UPGRADE, '404'],
  ['/watch', { ...UPGRADE, 'sec-websocket-version': '8' }, '400'],
  ['/watch', { ...UPGRADE, upgrade: 'h2c' }, '400'],
])('%s with %j is no such line', async (path, headers, status) => {
  const { hears, closed } = await openLine(path, headers)
  await hears(status)
  await closed
})

it.each([
  ['that is not masked', writeFrame(1, Buffer.from('{}')), 1002],
  ['of an extension', Buffer.from([0xc1, 0x80, 0, 0, 0, 0]), 1002],
  ['of bytes', masked(2, Buffer.from('x')), 1003],
  ['longer than a megabyte', masked(1, Buffer.alloc(1024 * 1024 + 1)), 1009],
  ['that says it is a petabyte', Buffer.from([0x81, 0xff, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), 1009],
])('a frame %s closes the line with its reason', async (_what, frame, code) => {
  const { socket, closed, heard } = await openLine()
  socket.write(frame)
  await closed
  expect(heard().readUInt16BE(heard().length - 2)).toBe(code)
})

it('nobody watches without a ticket, nor with one that was made up', async () => {
  const { say, hears, closed, socket } = await openLine()
  say({ msgType: 'INIT_WATCH', requestId: 'r1', watchId: 'w', msgData: { collName: 'c', query: '""' } })
  await hears('SIGN_INVALID_ERROR')
  say({
    msgType: 'LOGIN',
    requestId: 'r2',
    exMsgData: { signStr: `${Date.now() + 60_000}.${'0'.repeat(64)}` },
  })
  say({ msgType: 'CHECK_LAST', requestId: 'r3', msgData: {} })
  await hears('"requestId":"r3","msgType":"ERROR"')
  socket.destroy()
  await closed
})

it.each(['no JSON', '[]', '{"msgType":"DANCE","requestId":"r"}'])(
  '%s is answered, and the line goes on',
  async (text) => {
    const { socket, hears, say } = await openLine()
    say({ msgType: 'LOGIN', requestId: 'r0', exMsgData: { signStr: await ticket() } })
    await hears('LOGIN_EVENT')
    socket.write(masked(1, Buffer.from(text)))
    await hears('"msgType":"ERROR"')
    say({ msgType: 'PING', requestId: 'p' })
    await hears('PONG')
    socket.destroy()
  },
)

it('who lost his line goes on where he was on another, and is told what he missed', async () => {
  const signStr = await ticket()
  const first = await openLine()
  first.say({ msgType: 'LOGIN', requestId: 'l1', exMsgData: { signStr } })
  first.say({ msgType: 'INIT_WATCH', requestId: 'i1', watchId: 'w', msgData: { collName: 'c', query: '""' } })
  await first.hears('INIT_EVENT')
  const queryID = /"queryID":"([^"]+)"/.exec(first.heard().toString())?.[1]
  first.socket.destroy()
  await first.closed
  await test$.db.collection('c').add({ _id: 'missed' })
  const second = await openLine()
  second.say({ msgType: 'LOGIN', requestId: 'l2', exMsgData: { signStr } })
  const go = (requestId: string, eventID: number) =>
    second.say({ msgType: 'REBUILD_WATCH', requestId, watchId: 'w', msgData: { queryID, eventID } })
  go('b1', 1)
  await second.hears('"DocID":"missed"')
  await test$.db.collection('c').add({ _id: 'later' })
  await second.hears('"DocID":"later"')
  go('b2', -7)
  await second.hears('QUERYID_INVALID_ERROR')
  second.socket.destroy()
})
