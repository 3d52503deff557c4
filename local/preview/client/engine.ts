import type * as glassEasel from 'glass-easel'
import {
  type AssociatedBackend,
  type CodeSpace,
  type ComponentEnv,
  MiniProgramEnv,
  type Root,
} from 'glass-easel-miniprogram-adapter'
import { installBuiltins } from './builtins/install'
import type { Bundle, TemplateGroups } from './bundle'
import { DomBackend } from './dom-backend'
import { fireReady } from './fire-ready'
import { mirrorAttributes } from './mirror-attributes'
import type { ModuleLoader } from './module-loader'
import { wxsGlobals } from './wxs-runtime'

type Definition = Record<string, unknown> & { behaviors?: unknown[] }
type Define = (definition: Definition) => unknown

/** The component framework with one mini-program in it. */
export class Engine {
  readonly dom: DomBackend
  private readonly backend: AssociatedBackend
  private readonly space: CodeSpace
  private readonly defined = new Set<string>()
  private defining: ComponentEnv | undefined
  private readonly namedBehaviors = new Map<string, unknown>()

  constructor(private readonly bundle: Bundle) {
    mirrorAttributes()
    this.dom = new DomBackend(new Set(bundle.builtins), bundle.pages)
    const env = new MiniProgramEnv()
    this.backend = env.associateBackend(this.dom)
    this.space = env.createCodeSpace('main', true)
    const templates = bundle.templates(...wxsGlobals)
    installBuiltins(this.space, bundle.builtins, (id) => toTemplate(templates, id))
    // Otherwise a component whose property is called `data` would overwrite its own node.
    this.space.getComponentSpace().updateComponentOptions({ writeFieldsToNode: false })
    this.space.setOverallBehavior(fireReady(this.space))
    this.addParts(templates)
  }

  private addParts(templates: TemplateGroups): void {
    this.addStyles('app', '')
    for (const [id, part] of Object.entries(this.bundle.parts)) {
      this.space.addComponentStaticConfig(
        id,
        part.json as unknown as Parameters<CodeSpace['addComponentStaticConfig']>[1],
      )
      this.space.addCompiledTemplate(id, toTemplate(templates, id))
      this.addStyles(id, part.scope)
    }
  }

  private addStyles(id: string, scope: string): void {
    this.dom.registerStyleSheetContent(id, this.bundle.styles[id] ?? '')
    this.space.addStyleSheet(id, id, scope || undefined)
  }

  /**
   * `Page`, `Component` and `Behavior` as every script gets them. A shared script may call one of them for the
   * component whose script asked for it, so they look up what is being defined when they are called.
   */
  readonly constructors = {
    Page: (definition: Definition) => this.construct('Page', definition),
    Component: (definition: Definition) => this.construct('Component', definition),
    Behavior: (definition: Definition) => this.construct('Behavior', definition),
  }

  /** Runs the script of a page or component, after those of all components that it uses. */
  define(id: string, loader: ModuleLoader): void {
    if (this.defined.has(id)) return
    this.defined.add(id)
    const part = this.bundle.parts[id]
    for (const used of Object.values(part?.json.usingComponents ?? {})) this.define(used.slice(1), loader)
    this.space.componentEnv(id, (env) => {
      this.defining = env
      loader.load(id)
      this.defining = undefined
    })
  }

  private construct(kind: keyof ComponentEnv, definition: Definition): unknown {
    if (!this.defining) throw new Error(`${kind} is called while no page or component is being defined`)
    return (this.defining[kind] as unknown as Define)(this.replaceNamedBehaviors(definition))
  }

  createRoot(url: string): Root {
    return this.backend.createRoot('page', this.space, url)
  }

  /** `wx://form-field` and its like are names; the engine wants behaviors. */
  private replaceNamedBehaviors(definition: Definition): Definition {
    if (!definition.behaviors) return definition
    const behaviors = definition.behaviors.map((each) =>
      typeof each === 'string' ? this.findBehavior(each) : each,
    )
    return { ...definition, behaviors }
  }

  private findBehavior(name: string): unknown {
    const known = this.namedBehaviors.get(name)
    if (known) return known
    const properties = name === 'wx://form-field' ? { name: String, value: null } : {}
    const behavior = this.space.behavior().definition({ properties }).register()
    this.namedBehaviors.set(name, behavior)
    return behavior
  }
}

function toTemplate(groups: TemplateGroups, id: string): glassEasel.template.ComponentTemplate {
  if (!groups[id]) throw new Error(`${id} has no template`)
  return { groupList: groups, content: groups[id] } as unknown as glassEasel.template.ComponentTemplate
}
