import type { Language } from '#catalog'
import { errorsEs } from './errors-es.ts'

/** What is told of an error: its sentence, what is allowed, what to do. */
export interface ErrorWords {
  readonly message: string
  readonly allowed?: string
  readonly hint?: string
}

interface Given extends ErrorWords {
  readonly code: string
  readonly value?: string
}

/** An error in a language: as it was raised in English, else from the catalogue by its code. An unknown code keeps its English. */
export function errorWordsIn(language: Language, given: Given): ErrorWords {
  const { message, allowed, hint } = given
  const asRaised = { message, ...(allowed !== undefined && { allowed }), ...(hint !== undefined && { hint }) }
  const text = language === 'es' && Object.hasOwn(errorsEs, given.code) ? errorsEs[given.code] : undefined
  if (text === undefined) return asRaised
  return {
    message: text.title(given.value ?? ''),
    ...(allowed !== undefined && { allowed: text.allowed?.(allowed) ?? allowed }),
    ...(text.hint !== undefined && { hint: text.hint }),
  }
}
