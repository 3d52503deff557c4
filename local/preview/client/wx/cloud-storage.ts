import { fileAt, keepFile, newTemporaryPath } from '../phone-files'
import { askWechat } from './ask-wechat'
import { type Api, asynchronous, type Options, Refused } from './asynchronous'

interface Told {
  code: string
  fileID: string
  tempFileURL?: string
  maxAge?: number
}

/** WeChat tells a phone in numbers what the storage says in words. */
const NUMBERS: Record<string, number> = {
  SUCCESS: 0,
  STORAGE_PERMISSION_DENIED: -503002,
  STORAGE_FILE_NONEXIST: -503003,
}
const numberOf = (code: unknown) => NUMBERS[String(code)] ?? -503001

/** `wx.cloud`'s files: sent to and fetched from the cloud in the name of the phone's session. */
export function createCloudStorage(token: string): Record<string, Api> {
  const ask = async <T>(what: string, body: object): Promise<T> => {
    try {
      return await askWechat<T>(`/wx/storage/${what}`, token, body)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const errCode = numberOf(error.details.errCode)
      throw new Refused(`${errCode} ${error.message}`, { errCode })
    }
  }
  const addressesOf = async (fileList: unknown) => {
    const file_list = listOf(fileList).map((one) =>
      typeof one === 'string'
        ? { fileid: one }
        : { fileid: (one as Told).fileID, ...((one as Told).maxAge && { max_age: (one as Told).maxAge }) },
    )
    return (await ask<{ download_list: Told[] }>('urls', { file_list })).download_list
  }
  return {
    uploadFile: asynchronous('cloud.uploadFile', async ({ cloudPath, filePath }) => {
      const content = fileAt(String(filePath))
      if (!content) throw new Refused('filePath is no file of this phone', { errCode: -503001 })
      const place = await ask<{ url: string; authorization: string; fileId: string }>('upload', { cloudPath })
      const { status } = await reach(place.url, {
        method: 'PUT',
        headers: { authorization: place.authorization },
        body: content,
      })
      return { fileID: place.fileId, statusCode: status }
    }),
    downloadFile: asynchronous('cloud.downloadFile', async ({ fileID }: Options) => {
      const [told] = await addressesOf([fileID])
      const { code = '', tempFileURL = '' } = told ?? {}
      if (code !== 'SUCCESS') throw new Refused(`${numberOf(code)} ${code}`, { errCode: numberOf(code) })
      const response = await reach(tempFileURL)
      const tempFilePath = newTemporaryPath(String(fileID).split('.').at(-1) ?? '')
      keepFile(tempFilePath, await response.blob())
      return { tempFilePath, statusCode: response.status }
    }),
    getTempFileURL: asynchronous('cloud.getTempFileURL', async ({ fileList }) => ({
      fileList: (await addressesOf(fileList)).map(({ code, fileID, tempFileURL = '', maxAge }) => ({
        ...outcome(code, fileID),
        tempFileURL: encodeURI(tempFileURL),
        maxAge,
      })),
    })),
    deleteFile: asynchronous('cloud.deleteFile', async ({ fileList }) => {
      const { delete_list } = await ask<{ delete_list: Told[] }>('delete', { fileid_list: listOf(fileList) })
      return { fileList: delete_list.map(({ code, fileID }) => outcome(code, fileID)) }
    }),
  }
}

const outcome = (code: string, fileID: string) => ({
  fileID,
  status: numberOf(code),
  errMsg: code === 'SUCCESS' ? 'ok' : code,
})

function listOf(list: unknown): unknown[] {
  if (!Array.isArray(list)) throw new Refused('parameter error: fileList should be an array')
  return list
}

/** The cloud answers on the page's own port too, so no other site is asked. */
async function reach(address: string, how: RequestInit = {}): Promise<Response> {
  const { pathname, search } = new URL(address)
  const response = await fetch(pathname + search, how).catch(() => {
    throw new Refused('network error', { errCode: -503001 })
  })
  if (!response.ok) throw new Refused(`-503001 the storage answered ${response.status}`, { errCode: -503001 })
  return response
}
