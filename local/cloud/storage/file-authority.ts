import { isPlain } from '../engine/document'
import { readList, type StorageAction } from './storage'

/** The rule of a new bucket: everybody reads, and who uploaded a file from his phone may change it. */
export const getFileAuthority: StorageAction = ({ files, bucket }, { fileList, openId }) => {
  const answers = readList(fileList).map(async (asked) => {
    const fileId = isPlain(asked) ? asked.path : undefined
    const path = bucket.pathOf(fileId)
    const file = path === null ? null : await files.find(path)
    const cosFileId = path === null ? '' : bucket.cosFileId(path)
    const write = file !== null && file.by !== undefined && file.by === openId
    return { path: fileId, cosFileId, read: file !== null, write }
  })
  return Promise.all(answers)
}
