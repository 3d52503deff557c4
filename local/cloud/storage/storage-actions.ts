import { invalidParam } from '../engine/cloud-error'
import { type Doc, isPlain } from '../engine/document'
import { isPath, NOBODY } from './bucket'
import { copyFiles } from './copy-files'
import { getFileAuthority } from './file-authority'
import { readList, type Storage, type StorageAction } from './storage'

const UPLOAD_SECONDS = 900
const DEFAULT_AGE_SECONDS = 7200
const seconds = (ms: number) => Math.floor(ms / 1000)

/** Where to send a file, and the word that lets it in: for this path, for a quarter of an hour. `by` is the person whose it will be. */
export function allowUpload({ bucket }: Storage, path: unknown, now: number, by = NOBODY): Doc {
  if (!isPath(path)) throw invalidParam('the path of a file is malformed')
  const until = seconds(now) + UPLOAD_SECONDS
  const signature = bucket.sign('put', path, until, by)
  return {
    url: encodeURI(bucket.address(path)),
    token: 'local',
    authorization: `q-sign-algorithm=sha256&q-ak=${by}&q-sign-time=${seconds(now)};${until}&q-signature=${signature}`,
    fileId: bucket.fileId(path),
    cosFileId: bucket.cosFileId(path),
  }
}

export const getDownloadUrls: StorageAction = async ({ files, bucket }, { file_list }, now) => {
  const answers = readList(file_list).map(async (given) => {
    const { fileid: fileID, max_age = DEFAULT_AGE_SECONDS } = isPlain(given) ? given : {}
    const path = bucket.pathOf(fileID)
    if (path === null || !Number.isSafeInteger(max_age) || (max_age as number) <= 0)
      return { code: 'INVALID_PARAM', fileID, tempFileURL: '' }
    if (!(await files.find(path))) return { code: 'STORAGE_FILE_NONEXIST', fileID, tempFileURL: '' }
    const until = seconds(now) + (max_age as number)
    const tempFileURL = `${bucket.address(path)}?sign=${bucket.sign('get', path, until)}&t=${until}`
    return { code: 'SUCCESS', fileID, tempFileURL, download_url: tempFileURL, maxAge: max_age }
  })
  return { download_list: await Promise.all(answers) }
}

export const deleteFiles: StorageAction = async ({ files, bucket }, { fileid_list }) => {
  const answers = readList(fileid_list).map(async (fileID) => {
    const path = bucket.pathOf(fileID)
    if (path === null) return { code: 'INVALID_PARAM', fileID }
    return { code: (await files.remove(path)) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST', fileID }
  })
  return { delete_list: await Promise.all(answers) }
}

export const storageActions: Record<string, StorageAction> = {
  'storage.getUploadMetadata': (storage, { path }, now) => allowUpload(storage, path, now),
  'storage.batchGetDownloadUrl': getDownloadUrls,
  'storage.batchDeleteFile': deleteFiles,
  'storage.batchCopyFile': copyFiles,
  'storage.getFileAuthority': getFileAuthority,
}
