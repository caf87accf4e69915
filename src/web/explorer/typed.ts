import { goto } from '$app/navigation'
import { search } from './view.ts'

let waiting: ReturnType<typeof setTimeout> | undefined

/** Says no more than what goes without saying. */
function isUsual(form: HTMLFormElement, word: string, value: string): boolean {
  const field = form.elements.namedItem(word)
  return field instanceof HTMLInputElement && field.dataset['usual'] === value
}

/** Where a form leads, as it would without scripts, but clean: no empty words, a list as one word. */
function addressOf(form: HTMLFormElement, button: HTMLElement | null): string {
  const words = new Map<string, string>()
  for (const [word, value] of new FormData(form, button)) {
    if (typeof value !== 'string' || value === '' || isUsual(form, word, value)) continue
    const before = words.get(word)
    words.set(word, before === undefined ? value : `${before},${value}`)
  }
  if (!words.has('pick')) words.delete('q')
  return new URL(form.action).pathname + search([...words])
}

/** Sends a form of the page without a reload; the place on the page and the focus stay. */
export function sendQuietly(event: SubmitEvent): void {
  const form = event.target
  if (!(form instanceof HTMLFormElement)) return
  event.preventDefault()
  void goto(addressOf(form, event.submitter), { reset: false })
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
