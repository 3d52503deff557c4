type Child = Node | string

/** A new element with its class, attributes and children in one expression. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  if (className) element.className = className
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

export function makeButton(className: string, label: Child, onClick: () => void): HTMLButtonElement {
  const button = make('button', className, { type: 'button' }, label)
  button.addEventListener('click', onClick)
  return button
}

/** An element the page is known to have. */
export function find(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (!element) throw new Error(`the page has no #${id}`)
  return element
}
