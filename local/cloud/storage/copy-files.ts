import { createReadStream } from 'node:fs'
import { invalidParam } from '../engine/cloud-error'
import { type Doc, isPlain } from '../engine/document'
import { isPath } from './bucket'
import { readList, type Storage, type StorageAction } from './storage'

/** Each by itself: what cannot be copied does not stop the others. */
export const copyFiles: StorageAction = async (storage, { file_list }, now) => {
  const copied: Doc[] = []
  for (const order of readList(file_list)) {
    if (!isPlain(order)) throw invalidParam('a copy has a source and a destination')
    copied.push(await copyFile(storage, order, now))
  }
  return { copy_list: copied }
}

/** One after the other, so that a copy may be copied on. Without `overwrite: false` the last one stays. */
async function copyFile({ files, bucket }: Storage, order: Doc, now: number): Promise<Doc> {
  const { src_path: source, dst_path: target, overwrite, remove_original } = order
  if (!isPath(source) || !isPath(target))
    return { code: 'INVALID_PARAM', message: 'the path of a file is malformed' }
  const file = await files.find(source)
  if (!file) return { code: 'STORAGE_FILE_NONEXIST', message: `there is no file ${source}` }
  if (overwrite === false && (await files.find(target)))
    return { code: 'STORAGE_FILE_EXIST', message: `there is a file ${target} already` }
  const at = new Date(now).toISOString()
  const content = createReadStream(files.placeOf(file))
  await files.put({ ...file, path: target, at }, content, Number.POSITIVE_INFINITY)
  if (remove_original === true) await files.remove(source)
  return { code: 'SUCCESS', fileId: bucket.fileId(target), message: '' }
}
