import { askActionSheet } from '../layers/action-sheet'
import { showImages } from '../layers/image-viewer'
import { askModal } from '../layers/modal'
import { hideToast, showToast } from '../layers/toast'
import { type Api, asynchronous, type Options, Refused } from './asynchronous'

const text = (value: unknown, otherwise = '') =>
  value === undefined || value === null ? otherwise : String(value)

async function showModal(options: Options) {
  const { confirmed, typed } = await askModal({
    title: text(options.title),
    content: text(options.content),
    editable: options.editable === true,
    placeholder: text(options.placeholderText),
    cancel: options.showCancel === false ? undefined : text(options.cancelText, '取消'),
    cancelColor: text(options.cancelColor, '#000000'),
    confirm: text(options.confirmText, '确定'),
    confirmColor: text(options.confirmColor, '#576b95'),
  })
  return { confirm: confirmed, cancel: !confirmed, content: typed }
}

async function showActionSheet(options: Options) {
  const items = options.itemList as string[]
  const index = await askActionSheet(text(options.alertText), items, text(options.itemColor, '#000000'))
  if (index === undefined) throw new Refused('cancel')
  return { tapIndex: index }
}

/** What appears over the page. */
export const showing: Record<string, Api> = {
  showToast: asynchronous('showToast', (options) =>
    showToast({
      title: text(options.title),
      icon: text(options.icon, 'success'),
      ...(options.image ? { image: `mp${text(options.image)}` } : {}),
      mask: options.mask === true,
      duration: Number(options.duration ?? 1500),
    }),
  ),
  hideToast: asynchronous('hideToast', hideToast),
  showLoading: asynchronous('showLoading', (options) =>
    showToast({
      title: text(options.title),
      icon: 'loading',
      mask: options.mask === true,
      duration: undefined,
    }),
  ),
  hideLoading: asynchronous('hideLoading', hideToast),
  showModal: asynchronous('showModal', showModal),
  showActionSheet: asynchronous('showActionSheet', showActionSheet),
  previewImage: asynchronous('previewImage', (options) => {
    const urls = options.urls as string[]
    const toAddress = (url: string) => (url.startsWith('/') ? `mp${url}` : url)
    showImages(urls.map(toAddress), Math.max(urls.indexOf(text(options.current)), 0))
  }),
}
