import { element } from './layer'

export interface Toast {
  title: string
  icon: string
  image?: string
  mask: boolean
  /** Milliseconds on the screen; undefined stays until hidden. */
  duration: number | undefined
}

let shown: HTMLElement | undefined
let timer = 0

/** One toast at a time, as in WeChat: the next replaces it, and loading is a toast too. */
export function showToast(toast: Toast): void {
  hideToast()
  const bubble = element('div', `ph-toast ph-toast-${toast.icon}`)
  if (toast.image)
    bubble.append(Object.assign(element('img', 'ph-toast-image'), { src: toast.image, alt: '' }))
  else if (toast.icon !== 'none') bubble.append(element('i', `ph-toast-icon ph-${toast.icon}`))
  bubble.append(element('p', '', toast.title))
  shown = element('div', toast.mask ? 'ph-toast-layer ph-toast-mask' : 'ph-toast-layer', bubble)
  shown.setAttribute('role', 'status')
  document.body.append(shown)
  if (toast.duration !== undefined) timer = window.setTimeout(hideToast, toast.duration)
}

export function hideToast(): void {
  clearTimeout(timer)
  shown?.remove()
  shown = undefined
}
