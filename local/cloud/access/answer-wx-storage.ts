import { CloudError } from '../engine/cloud-error'
import type { Doc } from '../engine/document'
import { readList, type Storage } from '../storage/storage'
import { allowUpload, deleteFiles, getDownloadUrls } from '../storage/storage-actions'

type Answer = (storage: Storage, body: Doc, openid: string, now: number) => Promise<Doc | Doc[]>

/** What a phone asks of the storage, under the rule of a new bucket: everybody reads, who uploaded a file may change it. */
const answers: Record<string, Answer> = {
  '/wx/storage/upload': async (storage, { cloudPath }, openid, now) => {
    const upload = allowUpload(storage, cloudPath, now, openid)
    const present = await storage.files.find(String(cloudPath))
    if (present && present.by !== openid)
      throw new CloudError('STORAGE_PERMISSION_DENIED', 'the file is not his who uploads it')
    return upload
  },
  '/wx/storage/urls': async (storage, body, _openid, now) => getDownloadUrls(storage, body, now),
  '/wx/storage/delete': async (storage, { fileid_list }, openid, now) => {
    const told: Doc[] = []
    for (const fileID of readList(fileid_list)) {
      const path = storage.bucket.pathOf(fileID)
      const file = path === null ? null : await storage.files.find(path)
      if (file && file.by !== openid) told.push({ code: 'STORAGE_PERMISSION_DENIED', fileID })
      else {
        const { delete_list } = (await deleteFiles(storage, { fileid_list: [fileID] }, now)) as {
          delete_list: Doc[]
        }
        told.push(...delete_list)
      }
    }
    return { delete_list: told }
  },
}

export const isWxStorage = (path: string) => Object.hasOwn(answers, path)

export async function answerWxStorage(
  storage: Storage,
  path: string,
  body: Doc,
  openid: string,
  now: number,
): Promise<Doc | Doc[]> {
  return (answers[path] as Answer)(storage, body, openid, now)
}
