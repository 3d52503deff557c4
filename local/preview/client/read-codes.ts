import jsQR from 'jsqr'

/** A code needs white around it to be found, and a canvas may end where the code ends. */
const margin = 16

/** Decodes what the canvases and pictures of the visible page show, as another phone's camera would. */
export function readCodes(): string[] {
  const shown = '.ph-page:not([hidden])'
  const pictures = document.querySelectorAll<Picture>(`${shown} canvas, ${shown} img`)
  const codes = [...pictures]
    .filter((picture) => picture.checkVisibility({ visibilityProperty: true }) && isReadable(picture))
    .map(decode)
  return codes.filter((code) => code !== undefined)
}

/** Smaller ones are icons, and the pixels of a picture from elsewhere are kept from us by the browser. */
function isReadable(picture: Picture): boolean {
  if (picture instanceof HTMLCanvasElement) return true
  const isElsewhere = picture.src.startsWith('http') && new URL(picture.src).origin !== location.origin
  return picture.clientWidth >= SMALLEST && !isElsewhere
}

const SMALLEST = 60

type Picture = HTMLCanvasElement | HTMLImageElement

const sizeOf = (picture: Picture) =>
  picture instanceof HTMLImageElement
    ? ([picture.naturalWidth, picture.naturalHeight] as const)
    : ([picture.width, picture.height] as const)

function decode(picture: Picture): string | undefined {
  const [width, height] = sizeOf(picture)
  if (width === 0 || height === 0) return undefined
  const paper = new OffscreenCanvas(width + 2 * margin, height + 2 * margin)
  const context = paper.getContext('2d')
  if (!context) return undefined
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, paper.width, paper.height)
  context.drawImage(picture, margin, margin)
  const { data } = context.getImageData(0, 0, paper.width, paper.height)
  return jsQR(data, paper.width, paper.height)?.data
}
