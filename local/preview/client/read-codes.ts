import jsQR from 'jsqr'

/** A code needs white around it to be found, and a canvas may end where the code ends. */
const margin = 16

/** Decodes what the canvases of the visible page show, as another phone's camera would. */
export function readCodes(): string[] {
  const canvases = [...document.querySelectorAll<HTMLCanvasElement>('.ph-page:not([hidden]) canvas')]
  const codes = canvases.filter((canvas) => canvas.checkVisibility({ visibilityProperty: true })).map(decode)
  return codes.filter((code) => code !== undefined)
}

function decode(canvas: HTMLCanvasElement): string | undefined {
  if (canvas.width === 0 || canvas.height === 0) return undefined
  const paper = new OffscreenCanvas(canvas.width + 2 * margin, canvas.height + 2 * margin)
  const context = paper.getContext('2d')
  if (!context) return undefined
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, paper.width, paper.height)
  context.drawImage(canvas, margin, margin)
  const { data } = context.getImageData(0, 0, paper.width, paper.height)
  return jsQR(data, paper.width, paper.height)?.data
}
