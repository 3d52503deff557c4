/**
 * WeChat lets the guest read and agree to the privacy guide before a field that fills in something of his
 * (his nickname) is used. True when he agreed, now or earlier; older phones have no such step.
 */
export async function askPrivacy(): Promise<boolean> {
  if (!wx.canIUse('requirePrivacyAuthorize')) return true
  try {
    return await new Promise((resolve, reject) =>
      wx.requirePrivacyAuthorize({ success: () => resolve(true), fail: reject }),
    )
  } catch (error) {
    console.warn('the privacy guide was not agreed to', error)
    return false
  }
}
