/** Puts what is painted into the phone's album, and says how it went; null when he thought better of it. */
export async function saveToAlbum(canvas: WechatMiniprogram.Canvas): Promise<string | null> {
  try {
    const { tempFilePath } = await wx.canvasToTempFilePath({ canvas, fileType: 'png' })
    await wx.saveImageToPhotosAlbum({ filePath: tempFilePath })
    return '已保存到相册'
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string }
    if (/cancel/.test(errMsg)) return null
    console.warn('the poster was not saved', error)
    if (/auth|privacy/.test(errMsg)) return '没有保存：请点右上角「…」，在设置里允许保存到相册'
    return '没有保存成功，请再试一次，或直接截屏'
  }
}
