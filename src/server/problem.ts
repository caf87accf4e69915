import { OpendocketError } from '#errors'

const types = 'https://opendocket.org/problems/'

/** RFC 9457 problem details. */
export interface ProblemDetails {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail?: string
  readonly value?: string
  readonly allowed?: string
  readonly nearest?: string
  readonly hint?: string
}

/** What the reader is told of an error; anything that we did not raise on purpose is our bug and says no more. */
export function problemDetails(error: unknown): ProblemDetails {
  if (!(error instanceof OpendocketError)) {
    return {
      type: `${types}internal`,
      title: 'Something broke on our side. The data are safe.',
      status: 500,
      hint: 'try again; if it stays, please report it',
    }
  }
  const { code, value, allowed, nearest, hint } = error.facts
  return {
    type: types + code,
    title: error.message,
    status: error.status,
    ...(value !== undefined && { value }),
    ...(allowed !== undefined && { allowed }),
    ...(nearest !== undefined && { nearest }),
    ...(hint !== undefined && { hint }),
  }
}
