/**
 * Components for phones listen to touches only. Where there is no touch screen, the mouse becomes one finger:
 * pressed, dragged, lifted.
 */
export function turnMouseIntoTouch(): void {
  if (navigator.maxTouchPoints > 0) return
  let target: Element | null = null
  const send = (type: string, mouse: MouseEvent) => {
    if (!target) return
    const { clientX, clientY, pageX, pageY, screenX, screenY } = mouse
    const touch = new Touch({ identifier: 1, target, clientX, clientY, pageX, pageY, screenX, screenY })
    const touches = type === 'touchend' ? [] : [touch]
    const init = { bubbles: true, cancelable: true, composed: true, touches, targetTouches: touches }
    target.dispatchEvent(new TouchEvent(type, { ...init, changedTouches: [touch] }))
  }
  const listen = (type: 'mousedown' | 'mousemove' | 'mouseup', handle: (mouse: MouseEvent) => void) =>
    window.addEventListener(type, handle, { capture: true })
  listen('mousedown', (mouse) => {
    target = mouse.target instanceof Element ? mouse.target : null
    send('touchstart', mouse)
  })
  listen('mousemove', (mouse) => send('touchmove', mouse))
  listen('mouseup', (mouse) => {
    send('touchend', mouse)
    target = null
  })
}
