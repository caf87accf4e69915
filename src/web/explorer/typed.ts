import { goto } from '$app/navigation'

let waiting: ReturnType<typeof setTimeout> | undefined

function addressOf(form: HTMLFormElement, button: HTMLButtonElement | null): string {
  const words = new URLSearchParams()
  for (const [word, value] of new FormData(form, button)) {
    if (typeof value === 'string' && value !== '') words.append(word, value)
  }
  const text = words.toString()
  return text === '' ? form.action : `${form.action}?${text}`
}

/** Searches while the reader types, as the form's first button would; the history keeps one entry. */
export function searchAsTyped(event: Event & { currentTarget: HTMLInputElement }): void {
  const { form } = event.currentTarget
  if (form === null) return
  clearTimeout(waiting)
  waiting = setTimeout(() => {
    const address = addressOf(form, form.querySelector('button'))
    void goto(address, { replace: true, reset: false })
  }, 250)
}

/** Sends a form as soon as another choice is made. */
export function sendOnChange(event: Event & { currentTarget: HTMLSelectElement }): void {
  event.currentTarget.form?.requestSubmit()
}
