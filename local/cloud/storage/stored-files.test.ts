import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FileTooLarge, StoredFiles } from './stored-files'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'stored-files-'))
})
afterEach(() => rm(directory, { recursive: true }))

const about = (path: string) => ({ path, type: 'text/plain', at: '2030-01-01T00:00:00.000Z' })
async function* parts(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text)
}

it('a file is there after a restart, and what a killed upload left is not', async () => {
  const before = await StoredFiles.open(directory)
  await before.put(about('a/b'), parts('one', 'two'), 100)
  await writeFile(join(directory, 'left-over'), 'half a fi')
  const after = await StoredFiles.open(directory)
  const file = await after.find('a/b')
  expect(file).toMatchObject({ path: 'a/b', bytes: 6 })
  expect(file && (await readFile(after.placeOf(file), 'utf8'))).toBe('onetwo')
  expect(await readdir(directory)).toHaveLength(2)
})

it('an upload that breaks off or grows too large leaves what was there', async () => {
  const files = await StoredFiles.open(directory)
  await files.put(about('a'), parts('whole'), 100)
  await expect(files.put(about('a'), parts('12345', '6'), 5)).rejects.toBeInstanceOf(FileTooLarge)
  async function* broken() {
    yield Buffer.from('ha')
    throw new Error('the line is cut')
  }
  await expect(files.put(about('a'), broken(), 100)).rejects.toThrow('the line is cut')
  expect(await files.find('a')).toMatchObject({ bytes: 5 })
  expect(await readdir(directory)).toHaveLength(2)
})
