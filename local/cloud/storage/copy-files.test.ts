import { startTestCloud, type TestCloud } from '../testing/start-test-cloud'

let test$: TestCloud
beforeAll(async () => {
  test$ = await startTestCloud({ config: { envId: 'env-1', functions: [] } })
})
afterAll(() => test$.stop())

const upload = async (cloudPath: string, content: string) =>
  test$.app.uploadFile({ cloudPath, fileContent: Buffer.from(content) as never })
const idOf = (path: string) => `cloud://env-1.6c6f-env-1-1250000000/${path}`
const read = async (path: string) => {
  const answer = await test$.app.downloadFile({ fileID: idOf(path) }).catch(({ code }) => code as string)
  return typeof answer === 'string' ? answer : String(answer.fileContent)
}
type Copy = Parameters<TestCloud['app']['copyFile']>[0]['fileList'][number]
const copy = async (...fileList: Copy[]) =>
  (await test$.app.copyFile({ fileList })).fileList.map(({ code, fileId }) => [code, fileId])

it('a copy is a file of its own', async () => {
  await upload('from/a.txt', 'one')
  expect(await copy({ srcPath: 'from/a.txt', dstPath: 'to/a.txt' })).toEqual([['SUCCESS', idOf('to/a.txt')]])
  await upload('from/a.txt', 'two')
  expect([await read('from/a.txt'), await read('to/a.txt')]).toEqual(['two', 'one'])
})

it('a file that is moved is gone from where it was', async () => {
  await upload('old/b.txt', 'b')
  await copy({ srcPath: 'old/b.txt', dstPath: 'new/b.txt', removeOriginal: true })
  expect([await read('old/b.txt'), await read('new/b.txt')]).toEqual(['STORAGE_FILE_NONEXIST', 'b'])
})

it('what was there is written over unless that is forbidden', async () => {
  await upload('x/c.txt', 'new')
  await upload('y/c.txt', 'old')
  const order = { srcPath: 'x/c.txt', dstPath: 'y/c.txt' }
  expect(await copy({ ...order, overwrite: false })).toEqual([['STORAGE_FILE_EXIST', undefined]])
  expect(await read('y/c.txt')).toBe('old')
  await copy(order)
  expect(await read('y/c.txt')).toBe('new')
})

it('what cannot be copied does not stop the others', async () => {
  await upload('z/d.txt', 'd')
  const codes = await copy(
    { srcPath: 'nowhere/d.txt', dstPath: 'z1/d.txt' },
    { srcPath: '../d.txt', dstPath: 'z1/d.txt' },
    { srcPath: 'z/d.txt', dstPath: 'z1/d.txt' },
    { srcPath: 'z1/d.txt', dstPath: 'z2/d.txt' },
  )
  expect(codes.map(([code]) => code)).toEqual([
    'STORAGE_FILE_NONEXIST',
    'INVALID_PARAM',
    'SUCCESS',
    'SUCCESS',
  ])
  expect(await read('z2/d.txt')).toBe('d')
})
