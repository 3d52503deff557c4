import { type Builtin, imageAddress, type Self } from './builtin'

/** `<canvas type="2d">`: the node that a selector query gives is the DOM canvas with WeChat's additions. */
export const canvas: Builtin = {
  properties: { type: String, canvasId: String, disableScroll: Boolean },
  mount(self, host) {
    const node = Object.assign(document.createElement('canvas'), {
      createImage: () => createImage(self),
      requestAnimationFrame: (run: FrameRequestCallback) => requestAnimationFrame(run),
      cancelAnimationFrame: (handle: number) => cancelAnimationFrame(handle),
    })
    host.append(node)
    return undefined
  },
}

/** Its address is read as that of an `<image>`: of the mini-program's own files, too. */
function createImage(self: Self): HTMLImageElement {
  const image = new Image()
  Object.defineProperty(image, 'src', {
    set: (address: string) => image.setAttribute('src', imageAddress(self, address)),
  })
  return image
}

export const canvasIn = (host: Element): HTMLCanvasElement | null => host.querySelector(':scope > canvas')
