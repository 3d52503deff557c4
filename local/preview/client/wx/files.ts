import { showToast } from '../layers/toast'
import { asynchronous, Refused } from './asynchronous'

/** The files of a phone: written, and sent to a chat. They last as long as its page. */
export function createFiles(): Record<string, unknown> {
  const files = new Map<string, string>()
  return {
    getFileSystemManager: () => ({
      writeFileSync: (path: string, text: string) => {
        files.set(path, text)
      },
    }),
    shareFileMessage: asynchronous('shareFileMessage', ({ filePath, fileName }) => {
      if (!files.has(String(filePath))) throw new Refused('no such file')
      showToast({ title: `已转发 ${fileName}`, icon: 'none', mask: false, duration: 1500 })
    }),
  }
}
