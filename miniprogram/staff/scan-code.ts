/**
 * Opens the camera and gives the text of the code in front of it. Nothing when the cashier closed it
 * again; when it cannot be opened, he is told what to do.
 */
export async function scanCode(): Promise<string | undefined> {
  try {
    const { result } = await wx.scanCode({ scanType: ['qrCode', 'barCode'] })
    return result.trim()
  } catch (error) {
    const reason = String((error as { errMsg?: unknown }).errMsg)
    if (reason.includes('cancel')) return undefined
    console.warn('the camera could not be opened', error)
    await wx.showToast({
      title: '打不开相机，请在微信设置里允许使用，或手动输入',
      icon: 'none',
      duration: 3000,
    })
    return undefined
  }
}
