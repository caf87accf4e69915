/**
 * Every error that opendocket raises on purpose: what was wrong, with which value, what is allowed, what to do.
 * Anything else that is thrown is our own bug.
 */
export interface ErrorFacts {
  /** Stable word for the kind of problem, used as the end of the problem's `type` URL: `unknown-word`. */
  code: string
  /** The thing that was wrong, as the reader wrote it. */
  value?: string | undefined
  /** What would have been accepted, in words or as a short list. */
  allowed?: string | undefined
  /** The nearest thing that would have been accepted. */
  nearest?: string | undefined
  /** What the reader can do now. */
  hint?: string | undefined
}

export class OpendocketError extends Error {
  /** What the command line exits with. */
  readonly exitCode: number = 1
  /** What the server answers with. */
  readonly status: number = 500
  readonly facts: ErrorFacts

  constructor(message: string, facts: ErrorFacts, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
    this.facts = facts
  }

  /** The whole of it in a few lines, for a terminal. */
  explain(): string {
    const lines = [this.message]
    if (this.facts.nearest !== undefined) lines.push(`  did you mean: ${this.facts.nearest}`)
    if (this.facts.allowed !== undefined) lines.push(`  allowed: ${this.facts.allowed}`)
    if (this.facts.hint !== undefined) lines.push(`  what to do: ${this.facts.hint}`)
    return lines.join('\n')
  }
}

/** The command or the query string was written wrongly. */
export class UsageError extends OpendocketError {
  override readonly exitCode = 2
  override readonly status = 400
}

/** The data did not pass the checks; nothing was published. */
export class DataError extends OpendocketError {
  override readonly exitCode = 3
  override readonly status = 422
}

/** A number did not come out as it was said to. */
export class MismatchError extends OpendocketError {
  override readonly exitCode = 4
  override readonly status = 409
}

/** A file, release, page or id that is not there. */
export class NotFoundError extends OpendocketError {
  override readonly exitCode = 5
  override readonly status = 404
}

/** A published release that this version cannot read: an older one built it, or its files are damaged. */
export class UnreadableReleaseError extends OpendocketError {
  override readonly exitCode = 3
  override readonly status = 503
}

/** Something else is in the way just now; the same call may work later. */
export class TryAgainError extends OpendocketError {
  override readonly exitCode = 75
  override readonly status = 503
}
