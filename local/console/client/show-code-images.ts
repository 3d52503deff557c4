import { askServer } from './ask-server'
import { keepLooking } from './keep-looking'
import { tell } from './listen-to-phones'
import { make, makeButton } from './make-element'
import { wallTime } from './wall-time'

interface CodeImage {
  id: number
  at: string
  path: string
}

/** The code images that were made, newest first. Scanning one opens its page on the first phone, as WeChat's camera does. */
export function buildCodeImages(): HTMLElement {
  const list = make('ol', 'log', { 'aria-label': '小程序码' })
  const shown = { ids: '' }
  keepLooking(list, async () => {
    const images = await askServer<CodeImage[]>('/local/code-images')
    const ids = images.map(({ id }) => id).join()
    if (ids === shown.ids && list.firstChild) return
    shown.ids = ids
    const rows = images.map(codeRow).reverse()
    list.replaceChildren(...(rows.length > 0 ? rows : [make('li', 'empty', {}, '还没有生成小程序码')]))
  })
  return list
}

function codeRow({ id, at, path }: CodeImage): HTMLElement {
  const picture = make('img', '', { src: `/local/code-images/${id}.png`, alt: '小程序码', loading: 'lazy' })
  const scan = makeButton('again', '用食客手机扫', () => tell('diner', { type: 'navigate', path }))
  const about = make(
    'div',
    '',
    {},
    make('p', 'path', {}, readable(path)),
    make('time', '', {}, wallTime(at)),
    scan,
  )
  return make('li', 'code-image', {}, picture, about)
}

/** The scene as it was asked for; a path with an escape that is none is shown as it is. */
function readable(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return path
    throw error
  }
}
