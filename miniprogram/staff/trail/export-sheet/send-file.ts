/**
 * WeChat forwards a file to a chat only while a finger has just tapped: the text must be ready by
 * then. Where it cannot (a computer, an old phone), the text is copied instead.
 */
export async function sendFile(text: string, name: string): Promise<void> {
  const fileName = `${name}.csv`
  const filePath = `${wx.env.USER_DATA_PATH}/export.csv`
  try {
    wx.getFileSystemManager().writeFileSync(filePath, text, 'utf8')
    await wx.shareFileMessage({ filePath, fileName })
  } catch (error) {
    const reason = String((error as { errMsg?: unknown }).errMsg)
    if (reason.includes('cancel')) return
    console.warn('the file could not be sent', error)
    await wx.setClipboardData({ data: text })
  }
}
