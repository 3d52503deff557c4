/** Makes the screen bright and keeps it on, so that a scanner reads it; gives the way back. */
export async function brightenScreen(): Promise<() => Promise<void>> {
  const { value } = await wx.getScreenBrightness()
  await wx.setScreenBrightness({ value: 1 })
  await wx.setKeepScreenOn({ keepScreenOn: true })
  return async () => {
    await wx.setScreenBrightness({ value })
    await wx.setKeepScreenOn({ keepScreenOn: false })
  }
}
