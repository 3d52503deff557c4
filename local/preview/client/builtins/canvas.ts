import type { Builtin } from './builtin'

/** `<canvas type="2d">`: the node that a selector query gives is the DOM canvas with WeChat's additions. */
export const canvas: Builtin = {
  properties: { type: String, canvasId: String, disableScroll: Boolean },
  mount(_self, host) {
    const node = Object.assign(document.createElement('canvas'), {
      createImage: () => new Image(),
      requestAnimationFrame: (run: FrameRequestCallback) => requestAnimationFrame(run),
      cancelAnimationFrame: (handle: number) => cancelAnimationFrame(handle),
    })
    host.append(node)
    return undefined
  },
}

export const canvasIn = (host: Element): HTMLCanvasElement | null => host.querySelector(':scope > canvas')
