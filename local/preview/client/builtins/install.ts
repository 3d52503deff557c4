import type * as glassEasel from 'glass-easel'
import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import { type Builtin, hostOf, type Self } from './builtin'
import { builtins } from './builtins'
import { commonObservers, commonProperties } from './common-properties'

type FindTemplate = (id: string) => glassEasel.template.ComponentTemplate
type Definition = Parameters<ReturnType<CodeSpace['component']>['definition']>[0]

/** Defines WeChat's own elements, so that every page may use them without naming them. */
export function installBuiltins(space: CodeSpace, names: string[], findTemplate: FindTemplate): void {
  for (const name of names) {
    const id = `wxbuiltin/${name}`
    space.addComponentStaticConfig(id, { component: true, styleIsolation: 'shared' } as Parameters<
      CodeSpace['addComponentStaticConfig']
    >[1])
    space.addCompiledTemplate(id, findTemplate(id))
    const definition = toDefinition(builtins[name] ?? { properties: {} })
    const component = space.component(id).definition(definition).register() as unknown as {
      _$: glassEasel.GeneralComponentDefinition
    }
    space.getComponentSpace().setGlobalUsingComponent(name, component._$)
  }
}

function toDefinition(builtin: Builtin): Definition {
  const synchronise = new WeakMap<Self, () => void>()
  const own = Object.keys(builtin.properties)
  const observers: Record<string, (this: Self, value: unknown) => void> = { ...commonObservers }
  if (own.length > 0)
    observers[own.join(', ')] = function (this: Self) {
      synchronise.get(this)?.()
    }
  return {
    properties: { ...commonProperties, ...builtin.properties },
    observers,
    lifetimes: {
      attached(this: Self) {
        const update = builtin.mount?.(this, hostOf(this))
        if (!update) return
        synchronise.set(this, update)
        update()
      },
      detached(this: Self) {
        builtin.unmount?.(this, hostOf(this))
      },
    },
  } as unknown as Definition
}
