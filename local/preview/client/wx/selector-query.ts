import type * as glassEasel from 'glass-easel'
import { component } from 'glass-easel-miniprogram-adapter'
import type { Page } from '../page'
import { describeElement, describeViewport, type Fields } from './describe-element'

type Told = (answer: unknown) => void
interface Owner {
  _$: glassEasel.GeneralComponent
}
type Add = (fields: Fields, told?: Told) => SelectorQuery
type AddOne = (told?: Told) => SelectorQuery
interface NodesRef {
  fields: Add
  boundingClientRect: AddOne
  scrollOffset: AddOne
  node: AddOne
  context: AddOne
}
interface Question {
  owner: Owner
  selector: string | undefined
  single: boolean
  fields: Fields
  told: Told | undefined
}

/** `this.createSelectorQuery()` of every page and component becomes this one. */
export function replaceSelectorQuery(topPage: () => Page): void {
  component.ComponentCaller.prototype.createSelectorQuery = function () {
    return new SelectorQuery(topPage, this as unknown as Owner) as unknown as ReturnType<
      typeof this.createSelectorQuery
    >
  }
}

/** Measures elements of a page or component. The engine's own query knows neither nodes nor properties. */
export class SelectorQuery {
  private readonly questions: Question[] = []

  constructor(
    private readonly topPage: () => Page,
    private owner?: Owner,
  ) {}

  in(owner: Owner): this {
    this.owner = owner
    return this
  }

  select(selector: string): NodesRef {
    return this.ask(selector, true)
  }

  selectAll(selector: string): NodesRef {
    return this.ask(selector, false)
  }

  selectViewport(): NodesRef {
    return this.ask(undefined, true)
  }

  exec(told?: Told): this {
    requestAnimationFrame(() => {
      const answers = this.questions.map((question) => {
        const answer = this.answer(question)
        question.told?.(answer)
        return answer
      })
      told?.(answers)
    })
    return this
  }

  private ask(selector: string | undefined, single: boolean): NodesRef {
    const owner = this.owner ?? (this.topPage().caller as unknown as Owner)
    const add: Add = (fields, told) => {
      this.questions.push({ owner, selector, single, fields, told })
      return this
    }
    return {
      fields: add,
      boundingClientRect: (told?: Told) => add({ id: true, dataset: true, rect: true, size: true }, told),
      scrollOffset: (told?: Told) => add({ id: true, dataset: true, scrollOffset: true }, told),
      node: (told?: Told) => add({ node: true }, told),
      context: (told?: Told) => add({ context: true }, told),
    }
  }

  private answer({ owner, selector, single, fields }: Question): unknown {
    if (selector === undefined) return describeViewport(this.topPage().scroller)
    const inside = owner._$.getShadowRoot()
    if (!single)
      return (inside?.querySelectorAll(selector) ?? []).map((each) => describeElement(each, fields))
    const found = inside?.querySelector(selector)
    return found ? describeElement(found, fields) : null
  }
}
