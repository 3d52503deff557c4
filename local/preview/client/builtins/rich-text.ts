interface RichNode {
  type?: string
  text?: string
  name?: string
  attrs?: Record<string, string>
  children?: RichNode[]
}

/** Rich text may carry neither script nor handlers, whether it comes as a string or as nodes. */
const forbidden = 'script, iframe, object, embed, link, style, form, input'

export function renderRichText(nodes: unknown): DocumentFragment {
  const fragment =
    typeof nodes === 'string' ? parse(nodes) : build(Array.isArray(nodes) ? (nodes as RichNode[]) : [])
  for (const element of fragment.querySelectorAll(forbidden)) element.remove()
  for (const element of fragment.querySelectorAll('*'))
    for (const { name } of [...element.attributes]) if (name.startsWith('on')) element.removeAttribute(name)
  return fragment
}

function parse(html: string): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content
}

function build(nodes: RichNode[]): DocumentFragment {
  const fragment = document.createDocumentFragment()
  for (const node of nodes) {
    if (node.type === 'text') fragment.append(node.text ?? '')
    else {
      const element = document.createElement(node.name ?? 'div')
      for (const [name, value] of Object.entries(node.attrs ?? {})) element.setAttribute(name, value)
      element.append(build(node.children ?? []))
      fragment.append(element)
    }
  }
  return fragment
}
