/**
 * Opens the camera for a table code and gives what it says as a query for `enter`; nothing when the guest
 * turned back.
 */
export async function scanTable(): Promise<Record<string, string> | undefined> {
  try {
    const { result, path } = await wx.scanCode({ scanType: ['wxCode', 'qrCode'] })
    const text = path || result
    return { scene: text.slice(text.indexOf('?') + 1).replace(/^scene=/, '') }
  } catch (error) {
    if (isCancelled(error)) return undefined
    throw error
  }
}

function isCancelled(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'errMsg' in error && /cancel/.test(String(error.errMsg))
  )
}
