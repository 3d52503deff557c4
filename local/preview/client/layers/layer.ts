/** Builds an element: its class, its attributes, what is in it. Text goes in as text, never as markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  made.className = className
  made.append(...children)
  return made
}

export function button(className: string, label: string, tapped: () => void): HTMLButtonElement {
  const made = element('button', className, label)
  made.type = 'button'
  made.addEventListener('click', tapped)
  return made
}

/** Covers the phone until it is removed; what happens on it is not heard by the page below. */
export function cover(className: string, ...children: Node[]): HTMLElement {
  const made = element('div', `ph-cover ${className}`, ...children)
  document.body.append(made)
  return made
}
