import { createReadStream } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sdkPath, startTestCloud, type TestCloud } from '../testing/start-test-cloud'

const MOST = 100_000
let test$: TestCloud
beforeAll(async () => {
  test$ = await startTestCloud({
    config: { envId: 'env-1', functions: [] },
    limits: { fileBytes: MOST },
  })
})
afterAll(() => test$.stop())
afterEach(() => test$.cloud.clock.set(null))

const upload = (cloudPath: string, content: Buffer | string) =>
  test$.app.uploadFile({ cloudPath, fileContent: Buffer.from(content) as never })
const download = async (fileID: string) => (await test$.app.downloadFile({ fileID })).fileContent
const addressOf = async (fileID: string, maxAge = 60) => {
  const { fileList } = await test$.app.getTempFileURL({ fileList: [{ fileID, maxAge }] })
  return (fileList[0] as { tempFileURL: string }).tempFileURL
}
const idOf = (path: string) => `cloud://env-1.6c6f-env-1-1250000000/${path}`

test.each(['a.txt', 'deep/er/图 片.png', "it's (1)+&=~.json"])(
  'what is uploaded as "%s" comes back',
  async (path) => {
    const { fileID } = await upload(path, `bytes of ${path}`)
    expect(fileID).toBe(idOf(path))
    expect(String(await download(fileID))).toBe(`bytes of ${path}`)
  },
)

it('a stream is uploaded as it comes', async () => {
  const file = join(test$.dataDir, 'source')
  await writeFile(file, Buffer.alloc(90_000, 7))
  const fileContent = createReadStream(file) as never
  const { fileID } = await test$.app.uploadFile({ cloudPath: 'stream.bin', fileContent })
  expect(await download(fileID)).toEqual(Buffer.alloc(90_000, 7))
})

it('the last upload of a path is the file, and the bytes before it are gone', async () => {
  const blobs = async () => (await readdir(join(test$.dataDir, 'storage'))).length
  await upload('again.txt', 'one')
  const before = await blobs()
  const { fileID } = await upload('again.txt', 'two')
  expect(String(await download(fileID))).toBe('two')
  expect(await blobs()).toBe(before)
})

it('a deleted file is gone, for everybody and for its old address', async () => {
  const { fileID } = await upload('gone.txt', 'x')
  const address = await addressOf(fileID)
  const { fileList } = await test$.app.deleteFile({
    fileList: [fileID, idOf('never.txt'), 'cloud://other/x'],
  })
  expect(fileList.map(({ code }) => code)).toEqual(['SUCCESS', 'STORAGE_FILE_NONEXIST', 'INVALID_PARAM'])
  expect((await fetch(address)).status).toBe(404)
  await expect(download(fileID)).rejects.toMatchObject({ code: 'STORAGE_FILE_NONEXIST' })
})

describe('a temporary address', () => {
  it('tells kind and size, and is only for its file', async () => {
    const { fileID } = await upload('kind.png', 'abc')
    const address = await addressOf(fileID)
    const { headers } = await fetch(address, { method: 'HEAD' })
    expect([headers.get('content-type'), headers.get('content-length')]).toEqual(['image/png', '3'])
    await upload('other.png', 'secret')
    expect((await fetch(address.replace('kind.png', 'other.png'))).status).toBe(403)
    expect((await fetch(address.split('?')[0] as string)).status).toBe(403)
  })

  it('is good for as long as was asked, by the clock of the cloud', async () => {
    const { fileID } = await upload('old.txt', 'x')
    const address = await addressOf(fileID, 60)
    test$.cloud.clock.set(Date.now() + 58_000)
    expect((await fetch(address)).status).toBe(200)
    test$.cloud.clock.set(Date.now() + 62_000)
    expect((await fetch(address)).status).toBe(403)
  })
})

describe('an upload', () => {
  it('may have the bytes that a file may have, and not one more', async () => {
    await upload('full.bin', Buffer.alloc(MOST))
    await expect(upload('more.bin', Buffer.alloc(MOST + 1))).rejects.toMatchObject({
      code: 'STORAGE_REQUEST_FAIL',
      message: expect.stringContaining('EntityTooLarge'),
    })
    expect((await test$.app.getTempFileURL({ fileList: [idOf('more.bin')] })).fileList[0]).toMatchObject({
      code: 'STORAGE_FILE_NONEXIST',
    })
  })

  it('needs the word that was given for its path, in time', async () => {
    const { data } = (await test$.app.getUploadMetadata({ cloudPath: 'mine.txt' })) as unknown as {
      data: { url: string; authorization: string }
    }
    const put = (url: string, authorization: string) =>
      fetch(url, { method: 'PUT', headers: { authorization }, body: 'x' })
    expect((await put(data.url, 'none')).status).toBe(403)
    expect((await put(data.url.replace('mine', 'yours'), data.authorization)).status).toBe(403)
    test$.cloud.clock.set(Date.now() + 901_000)
    expect((await put(data.url, data.authorization)).status).toBe(403)
    test$.cloud.clock.set(null)
    expect((await put(data.url, data.authorization)).status).toBe(200)
  })
})

test.each(['', '/a', 'a/', 'a//b', '../a', 'a/../b', 'a?b', 'a#b', 'a%2Fb', 'a\nb', 'a\\b', 'x'.repeat(851)])(
  'a file cannot be called %j',
  async (path) => {
    await expect(upload(path, 'x')).rejects.toMatchObject({ code: 'INVALID_PARAM' })
  },
)

it('51 files at once are too many', async () => {
  const fileList = Array.from({ length: 51 }, (_, at) => idOf(`${at}`))
  await expect(test$.app.deleteFile({ fileList })).rejects.toMatchObject({ code: 'INVALID_PARAM' })
})

it('a function uploads as a tool does', async () => {
  await test$.writeFunction(
    'saves',
    `const tcb = require(${sdkPath}); const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV })
    exports.main = async () => (await app.uploadFile({ cloudPath: 'by-function.txt', fileContent: Buffer.from('hi') })).fileID`,
  )
  expect(String(await download((await test$.cloud.invoke('saves', {})) as string))).toBe('hi')
})
