import { Ecc, QrCode } from 'tdesign-miniprogram/miniprogram_dist/common/shared/qrcode/qrcodegen'

/** A real QR code as an SVG drawing of one path. */
export function drawQr(text: string): SVGSVGElement {
  const cells = QrCode.encodeText(text, Ecc.LOW).getModules()
  const strokes = cells.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', `-1 -1 ${cells.length + 2} ${cells.length + 2}`)
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', strokes.join(''))
  svg.append(path)
  return svg
}
