import { invalidParam } from '../engine/cloud-error'
import type { Doc } from '../engine/document'
import type { Bucket } from './bucket'
import type { StoredFiles } from './stored-files'

export interface Storage {
  files: StoredFiles
  bucket: Bucket
}

export type StorageAction = (
  storage: Storage,
  body: Doc,
  now: number,
) => Doc | Doc[] | Promise<Doc> | Promise<Doc[]>

const MOST_FILES = 50

export function readList(list: unknown): unknown[] {
  if (!Array.isArray(list) || list.length === 0) throw invalidParam('the list of files is empty')
  if (list.length > MOST_FILES) throw invalidParam(`one call is about ${MOST_FILES} files at most`)
  return list
}
