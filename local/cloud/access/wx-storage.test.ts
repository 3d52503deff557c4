import { startTestCloud, type TestCloud } from '../testing/start-test-cloud'

let test$: TestCloud
beforeAll(async () => {
  test$ = await startTestCloud({ config: { envId: 'env-1', functions: [] } })
})
afterAll(() => test$.stop())

interface Upload {
  url: string
  authorization: string
  fileId: string
}

async function phoneOf(openid: string) {
  const ask = async (path: string, body: object, headers = {}) => {
    const init = { method: 'POST', headers, body: JSON.stringify(body) }
    const response = await fetch(`${test$.cloud.url}/wx/${path}`, init)
    return { status: response.status, body: (await response.json()) as never }
  }
  const { token } = (await ask('session', { openid })).body as { token: string }
  const headers = { authorization: `Bearer ${token}` }
  const storage = async <T>(what: string, body: object) =>
    (await ask(`storage/${what}`, body, headers)) as { status: number; body: T }
  return {
    storage,
    async upload(cloudPath: string, content: string) {
      const { status, body } = await storage<Upload>('upload', { cloudPath })
      if (status !== 200) return status
      const { authorization } = body
      return (await fetch(body.url, { method: 'PUT', headers: { authorization }, body: content })).status
    },
  }
}

const idOf = (path: string) => `cloud://env-1.6c6f-env-1-1250000000/${path}`

it('whoever uploaded a file may write over it and take it away; nobody else may', async () => {
  const [one, other] = [await phoneOf('one'), await phoneOf('other')]
  expect(await one.upload('a.txt', 'mine')).toBe(200)
  expect(await other.upload('a.txt', 'not mine')).toBe(403)
  expect(await one.upload('a.txt', 'again')).toBe(200)
  const remove = { fileid_list: [idOf('a.txt')] }
  expect((await other.storage('delete', remove)).body).toMatchObject({
    delete_list: [{ code: 'STORAGE_PERMISSION_DENIED' }],
  })
  expect(String((await test$.app.downloadFile({ fileID: idOf('a.txt') })).fileContent)).toBe('again')
  expect((await one.storage('delete', remove)).body).toMatchObject({ delete_list: [{ code: 'SUCCESS' }] })
})

it('the word that lets one person upload does not let him do so in the name of another', async () => {
  const one = await phoneOf('one')
  const { body } = await one.storage<Upload>('upload', { cloudPath: 'b.txt' })
  const authorization = body.authorization.replace('q-ak=one', 'q-ak=other')
  expect((await fetch(body.url, { method: 'PUT', headers: { authorization }, body: 'x' })).status).toBe(403)
})

it('a function is told who may change a file', async () => {
  const one = await phoneOf('one')
  await one.upload('c.txt', 'mine')
  Object.assign(process.env, { WX_CONTEXT_KEYS: 'WX_OPENID', WX_OPENID: 'one' })
  const ask = async (path: string) =>
    (await test$.app.getFileAuthority({ fileList: [{ path: idOf(path), type: 'READ' }] })).data[0]
  expect(await ask('c.txt')).toEqual({ path: idOf('c.txt'), cosFileId: 'Yy50eHQ', read: true, write: true })
  expect(await ask('none.txt')).toMatchObject({ read: false, write: false })
  process.env.WX_OPENID = 'other'
  expect(await ask('c.txt')).toMatchObject({ read: true, write: false })
  Object.assign(process.env, { WX_CONTEXT_KEYS: '', WX_OPENID: '' })
})

it('a phone without a session is sent away', async () => {
  const body = JSON.stringify({ cloudPath: 'x' })
  expect((await fetch(`${test$.cloud.url}/wx/storage/upload`, { method: 'POST', body })).status).toBe(401)
})
