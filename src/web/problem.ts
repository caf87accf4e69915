import type { Language } from '#catalog'
import { errorWordsIn } from '#render'

/** What a reader is told of an error that we raised on purpose. */
export interface Explanation {
  readonly code: string
  readonly value?: string
  readonly allowed?: string
  readonly nearest?: string
  readonly hint?: string
}

export interface Problem {
  readonly status: number
  readonly message: string
  readonly explanation: Explanation
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function text(facts: Record<string, unknown>, key: string): string | undefined {
  const value = facts[key]
  return typeof value === 'string' ? value : undefined
}

/**
 * Reads an OpendocketError by its shape: the site is bundled, so its copy of the class is not the one that was thrown.
 * Anything else is our own bug, and undefined.
 */
export function problemOf(error: unknown, language: Language = 'en'): Problem | undefined {
  if (!isRecord(error) || !isRecord(error['facts'])) return undefined
  const { status, message, facts } = error
  const code = text(facts, 'code')
  if (typeof status !== 'number' || typeof message !== 'string' || code === undefined) return undefined
  const value = text(facts, 'value')
  const allowed = text(facts, 'allowed')
  const nearest = text(facts, 'nearest')
  const hint = text(facts, 'hint')
  const told = errorWordsIn(language, {
    code,
    message,
    ...(value !== undefined && { value }),
    ...(allowed !== undefined && { allowed }),
    ...(hint !== undefined && { hint }),
  })
  return {
    status,
    message: told.message,
    explanation: {
      code,
      ...(value !== undefined && { value }),
      ...(told.allowed !== undefined && { allowed: told.allowed }),
      ...(nearest !== undefined && { nearest }),
      ...(told.hint !== undefined && { hint: told.hint }),
    },
  }
}
