import type * as glassEasel from 'glass-easel'
import type { CodeSpace } from 'glass-easel-miniprogram-adapter'

/**
 * The engine leaves `ready` to its host. WeChat fires it after the first layout, children before parents:
 * attached comes parents first, so the collected components are called in reverse.
 */
export function fireReady(space: CodeSpace): glassEasel.GeneralBehavior {
  const waiting: glassEasel.GeneralComponent[] = []
  const fire = () => {
    for (const component of waiting.splice(0).reverse()) component.triggerLifetime('ready', [])
  }
  return space.getComponentSpace().defineBehavior({
    lifetimes: {
      attached() {
        if (waiting.length === 0) requestAnimationFrame(fire)
        waiting.push(componentOf(this))
      },
    },
  }) as unknown as glassEasel.GeneralBehavior
}

function componentOf(self: unknown): glassEasel.GeneralComponent {
  const { _$ } = self as { _$?: glassEasel.GeneralComponent }
  return _$ ?? (self as glassEasel.GeneralComponent)
}
