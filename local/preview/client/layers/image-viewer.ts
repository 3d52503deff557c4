import { cover, element } from './layer'

/** Full-screen pictures, closed by a tap. */
export function showImages(addresses: string[], current: number): void {
  const pictures = addresses.map((address) => Object.assign(element('img', ''), { src: address, alt: '' }))
  const layer = cover('ph-images', ...pictures)
  layer.addEventListener('click', () => layer.remove())
  pictures[current]?.scrollIntoView()
}
