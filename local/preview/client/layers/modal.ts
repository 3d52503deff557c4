import { button, cover, element } from './layer'

export interface Modal {
  title: string
  content: string
  editable: boolean
  placeholder: string
  cancel: string | undefined
  cancelColor: string
  confirm: string
  confirmColor: string
}

export interface ModalAnswer {
  confirmed: boolean
  typed: string | null
}

/** WeChat's own dialog: a question with one or two answers, or a line to fill in. */
export function askModal(modal: Modal): Promise<ModalAnswer> {
  return new Promise((resolve) => {
    const field = element('textarea', 'ph-modal-input')
    field.placeholder = modal.placeholder
    field.rows = 1
    if (modal.editable) field.value = modal.content
    // The click of the tap that opened it may land on it: only what began here is an answer.
    let began = false
    const answer = (confirmed: boolean) => () => {
      if (!began) return
      layer.remove()
      resolve({ confirmed, typed: modal.editable ? field.value : null })
    }
    const buttons = element('div', 'ph-modal-buttons')
    if (modal.cancel !== undefined)
      buttons.append(colored(button('ph-modal-cancel', modal.cancel, answer(false)), modal.cancelColor))
    buttons.append(colored(button('ph-modal-confirm', modal.confirm, answer(true)), modal.confirmColor))
    const dialog = element('div', 'ph-modal')
    dialog.setAttribute('role', 'dialog')
    dialog.setAttribute('aria-label', modal.title || modal.content)
    if (modal.title) dialog.append(element('h2', '', modal.title))
    dialog.append(modal.editable ? field : element('p', '', modal.content), buttons)
    const layer = cover('ph-center', dialog)
    for (const start of ['pointerdown', 'keydown']) layer.addEventListener(start, () => (began = true))
    if (modal.editable) field.focus()
  })
}

function colored(made: HTMLButtonElement, color: string): HTMLButtonElement {
  made.style.color = color
  return made
}
