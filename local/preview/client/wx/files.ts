import { askActionSheet } from '../layers/action-sheet'
import { showToast } from '../layers/toast'
import { fileAt, keepFile, newTemporaryPath } from '../phone-files'
import { asynchronous, type Options, Refused } from './asynchronous'

const say = (title: string) => showToast({ title, icon: 'none', mask: false, duration: 1500 })

/** The files of a phone: written, drawn, sent to a chat, kept in the album. */
export function createFiles(): Record<string, unknown> {
  return {
    getFileSystemManager: () => ({
      writeFileSync: (path: string, data: unknown, encoding?: string) =>
        keepFile(path, contentOf(data, encoding)),
      writeFile: asynchronous('writeFile', ({ filePath, data, encoding }) =>
        keepFile(String(filePath), contentOf(data, encoding)),
      ),
    }),
    shareFileMessage: asynchronous('shareFileMessage', ({ filePath, fileName }) => {
      find(filePath)
      say(`已转发 ${fileName}`)
    }),
    canvasToTempFilePath: asynchronous('canvasToTempFilePath', draw),
    saveImageToPhotosAlbum: asynchronous('saveImageToPhotosAlbum', ({ filePath }) => {
      find(filePath)
      say('已保存到相册')
    }),
    showShareImageMenu: asynchronous('showShareImageMenu', async ({ path }) => {
      find(path)
      const chosen = await askActionSheet('', ['发送给朋友', '保存图片'], '#000000')
      if (chosen === undefined) throw new Refused('cancel')
      say(chosen === 0 ? '已发送' : '已保存到相册')
    }),
  }
}

function find(path: unknown): Blob {
  const file = fileAt(String(path))
  if (!file) throw new Refused('no such file')
  return file
}

/** Text, bytes, or bytes written as text. */
function contentOf(data: unknown, encoding: unknown = 'utf8'): Blob {
  if (data instanceof ArrayBuffer) return new Blob([data])
  const text = String(data)
  if (encoding !== 'base64') return new Blob([text])
  return new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))])
}

/** The canvas of a selector query's node as a picture file. */
async function draw({ canvas, fileType }: Options) {
  if (!(canvas instanceof HTMLCanvasElement)) throw new Refused('invalid canvas')
  const kind = fileType === 'jpg' ? 'jpeg' : 'png'
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, `image/${kind}`))
  if (!picture) throw new Refused('the canvas is empty')
  const tempFilePath = newTemporaryPath(fileType === 'jpg' ? 'jpg' : 'png')
  keepFile(tempFilePath, picture)
  return { tempFilePath }
}
