import { showToast } from '../layers/toast'
import { asynchronous, Refused } from './asynchronous'

/** What the drawn bars take of the screen; host.css draws them so. */
const bars = { status: 40, navigation: 44, tabs: 50, indicator: 16 }
const capsule = { width: 87, height: 32, top: bars.status + 6, right: 10 }

const hasTabs = () => document.body.classList.contains('ph-with-tabs')
const isCustom = () => document.body.classList.contains('ph-custom-nav')

function windowInfo() {
  const screenTop = isCustom() ? 0 : bars.status + bars.navigation
  const below = hasTabs() ? bars.tabs + bars.indicator : 0
  return {
    pixelRatio: devicePixelRatio,
    screenWidth: innerWidth,
    screenHeight: innerHeight,
    windowWidth: innerWidth,
    windowHeight: innerHeight - screenTop - below,
    statusBarHeight: bars.status,
    screenTop,
    safeArea: {
      left: 0,
      top: bars.status,
      right: innerWidth,
      bottom: innerHeight - bars.indicator,
      width: innerWidth,
      height: innerHeight - bars.status - bars.indicator,
    },
  }
}

const deviceInfo = () => ({
  platform: 'ios',
  brand: 'iPhone',
  model: 'iPhone 13 mini',
  system: 'iOS 17.0',
  abi: '',
})
const appBaseInfo = () => ({
  SDKVersion: '3.8.0',
  version: '8.0.54',
  language: 'zh_CN',
  theme: 'light',
  enableDebug: false,
  fontSizeSetting: 17,
  host: { env: 'WeChat' },
})
const systemInfo = () => ({ ...windowInfo(), ...deviceInfo(), ...appBaseInfo() })

const menuButton = () => {
  const right = innerWidth - capsule.right
  const { width, height, top } = capsule
  return { width, height, top, bottom: top + height, left: right - width, right }
}

/** Things a page may set on a phone and read back; here nothing else changes. */
const device = { brightness: 0.6, keepScreenOn: false, clipboard: '' }

const settings = {
  setScreenBrightness: asynchronous('setScreenBrightness', ({ value }) => {
    const wanted = Number(value)
    if (!(wanted === -1 || (wanted >= 0 && wanted <= 1))) throw new Refused('invalid value')
    device.brightness = wanted === -1 ? 0.6 : wanted
  }),
  getScreenBrightness: asynchronous('getScreenBrightness', () => ({ value: device.brightness })),
  setKeepScreenOn: asynchronous('setKeepScreenOn', ({ keepScreenOn }) => {
    device.keepScreenOn = keepScreenOn === true
  }),
  setVisualEffectOnCapture: asynchronous('setVisualEffectOnCapture', () => undefined),
  setClipboardData: asynchronous('setClipboardData', ({ data }) => {
    device.clipboard = String(data)
    showToast({ title: '内容已复制', icon: 'success', mask: false, duration: 1500 })
  }),
  getClipboardData: asynchronous('getClipboardData', () => ({ data: device.clipboard })),
  vibrateShort: asynchronous('vibrateShort', () => undefined),
  vibrateLong: asynchronous('vibrateLong', () => undefined),
  hideKeyboard: asynchronous('hideKeyboard', () => (document.activeElement as HTMLElement | null)?.blur()),
  getSetting: asynchronous('getSetting', () => ({
    authSetting: {},
    subscriptionsSetting: { mainSwitch: true },
  })),
  makePhoneCall: asynchronous('makePhoneCall', () => undefined),
}

export const system: Record<string, unknown> = {
  ...settings,
  env: { USER_DATA_PATH: 'wxfile://usr' },
  getWindowInfo: windowInfo,
  getDeviceInfo: deviceInfo,
  getAppBaseInfo: appBaseInfo,
  getSystemInfoSync: systemInfo,
  getSystemInfo: asynchronous('getSystemInfo', systemInfo),
  getSystemSetting: () => ({ bluetoothEnabled: true, locationEnabled: true, wifiEnabled: true }),
  getAppAuthorizeSetting: () => ({ cameraAuthorized: 'authorized', notificationAuthorized: 'authorized' }),
  getMenuButtonBoundingClientRect: menuButton,
  onMenuButtonBoundingClientRectWeightChange: () => undefined,
  offMenuButtonBoundingClientRectWeightChange: () => undefined,
  getAccountInfoSync: () => ({
    miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' },
  }),
  onThemeChange: () => undefined,
  offThemeChange: () => undefined,
  onKeyboardHeightChange: () => undefined,
  offKeyboardHeightChange: () => undefined,
  onWindowResize: () => undefined,
  offWindowResize: () => undefined,
  reportEvent: () => undefined,
  getUpdateManager: () => ({
    onCheckForUpdate: () => undefined,
    onUpdateReady: () => undefined,
    onUpdateFailed: () => undefined,
    applyUpdate: () => undefined,
  }),
}
