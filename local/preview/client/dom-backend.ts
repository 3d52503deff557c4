import * as glassEasel from 'glass-easel'
import { adaptInlineStyle } from './inline-style'

type Backend = glassEasel.CurrentWindowBackendContext
type NodeFactory = Backend['document']

/**
 * The engine on this document. Two things differ from its own browser backend: built-in elements have their own
 * tag names, and a page's style sheet counts only while that page is on top, for on a phone each page has a document.
 */
export class DomBackend extends glassEasel.CurrentWindowBackendContext {
  private readonly contents = new Map<string, string>()
  private readonly sheets = new Map<string, HTMLStyleElement>()

  constructor(
    builtins: ReadonlySet<string>,
    private readonly pages: readonly string[],
  ) {
    super()
    this.document = createNodes(builtins)
    this.onEvent(dispatch)
  }

  override registerStyleSheetContent(path: string, content: unknown): void {
    this.contents.set(path, String(content))
  }

  override appendStyleSheetPath(path: string): number {
    if (!this.sheets.has(path)) {
      const sheet = document.createElement('style')
      sheet.textContent = this.contents.get(path) ?? ''
      document.head.append(sheet)
      this.sheets.set(path, sheet)
    }
    return this.sheets.size
  }

  override disableStyleSheet(): void {
    throw new Error('style sheets are switched by page, not one by one')
  }

  /** Leaves only this page's own style sheet in force; the app's and the components' stay. */
  usePageStyles(page: string): void {
    for (const each of this.pages) {
      const sheet = this.sheets.get(each)?.sheet
      if (sheet) sheet.disabled = each !== page
    }
  }
}

function createNodes(builtins: ReadonlySet<string>): NodeFactory {
  const create = (tag: string) => {
    const element = document.createElement(tag === 'page' || builtins.has(tag) ? `wx-${tag}` : tag)
    const setAttribute = element.setAttribute.bind(element)
    element.setAttribute = (name: string, value: string) =>
      setAttribute(name, name === 'style' ? adaptInlineStyle(value) : value)
    return element
  }
  return {
    createElement: create,
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  } as unknown as NodeFactory
}

interface PhoneTouch {
  identifier: number
  pageX: number
  pageY: number
  clientX: number
  clientY: number
}
const toTouch = (touch: Touch): PhoneTouch => ({
  identifier: touch.identifier,
  pageX: touch.pageX,
  pageY: touch.pageY,
  clientX: touch.clientX,
  clientY: touch.clientY,
})

/** The engine hears the browser's events but dispatches none by itself: without this no handler ever runs. */
function dispatch(
  target: glassEasel.Element,
  type: string,
  detail: unknown,
  options: glassEasel.EventOptions,
): glassEasel.EventBubbleStatus {
  const extraFields = touchFields(options.originalEvent)
  const event = new glassEasel.Event(type, type.startsWith('touch') ? {} : detail, {
    ...options,
    ...(extraFields ? { extraFields } : {}),
  })
  glassEasel.Event.dispatchEvent(target, event)
  return event.getEventBubbleStatus()
}

function touchFields(original: unknown): Record<string, unknown> | undefined {
  if (original instanceof TouchEvent)
    return {
      touches: [...original.touches].map(toTouch),
      changedTouches: [...original.changedTouches].map(toTouch),
    }
  if (!(original instanceof MouseEvent)) return undefined
  const { pageX, pageY, clientX, clientY } = original
  return { touches: [], changedTouches: [{ identifier: 0, pageX, pageY, clientX, clientY }] }
}
