/** Opens the camera. Nothing when the cashier closed it again: that is no mistake to report. */
export async function scanCode(): Promise<string | undefined> {
  try {
    const { result } = await wx.scanCode({ scanType: ['qrCode', 'barCode'] })
    return result.trim()
  } catch (error) {
    if (String((error as { errMsg?: unknown }).errMsg).includes('cancel')) return undefined
    throw error
  }
}
