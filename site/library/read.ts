import { z } from 'zod'
import { DataError } from '#errors'

/** An error of a file of the library: file, field, rule. */
export function brokenField(file: string, field: string, rule: string, code = 'bad-record'): DataError {
  return new DataError(`${file}: ${field}: ${rule}`, { code, value: file, hint: `mend ${field} in ${file}` })
}

/** Reads a file that holds a list by its shape; one that breaks a rule is refused with file, field and rule. */
export function readList<T>(file: string, shape: z.ZodType<T>, content: unknown, code: string): readonly T[] {
  const read = z.array(shape).safeParse(content)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  throw brokenField(file, issue?.path.join('.') || 'the list', issue?.message ?? 'cannot be read', code)
}

/** Refuses an entry that names a record which is not there. */
export function checkNamed(
  file: string,
  list: readonly { readonly records: readonly string[] }[],
  isRecord: (id: string) => boolean,
  code: string,
): void {
  list.forEach(({ records }, i) => {
    const lost = records.find((id) => !isRecord(id))
    if (lost !== undefined) throw brokenField(file, `${i}.record`, `there is no record ${lost}`, code)
  })
}
