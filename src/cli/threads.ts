import { UsageError } from '#errors'

/** `--threads N` as a person wrote it. */
export function parseThreads(text: string): number {
  if (/^[1-9]\d?$/.test(text)) return Number(text)
  throw new UsageError(`this is no number of threads: ${text}`, {
    code: 'bad-threads',
    value: text,
    allowed: 'a whole number from 1 to 99',
  })
}
