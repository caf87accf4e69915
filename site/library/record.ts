import { z } from 'zod'
import { brokenField as broken } from './read.ts'

/** A day, a month or a year: as much as is known. */
const partialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'must be a date: 2012, 2012-06 or 2012-06-28')
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be an id: small letters, digits, hyphens')
const word = z.string().regex(/^[a-z0-9_]+$/, 'must be a word in snake_case')
const text = z.string().trim().min(1, 'must not be empty')

export const sections = ['memos', 'consumer', 'practitioners', 'pilot', 'reports', 'media', 'additional'] as const
export type Section = (typeof sections)[number]

export const statuses = [
  'current',
  'partly_blocked',
  'historical',
  'superseded',
  'rescinded',
  'overruled',
  'reversed',
  'vacated',
  'stayed',
  'changed',
  'uncertain',
] as const
export type Status = (typeof statuses)[number]

export const relationKinds = ['implements', 'challenges', 'cites', 'explains', 'withdraws'] as const
export type RelationKind = (typeof relationKinds)[number]

const statusSpan = z.strictObject({
  status: z.enum(statuses),
  from: partialDate,
  /** The day on which the next status begins; null while it lasts. */
  to: partialDate.nullable(),
  /** The record that brought this status about. */
  by: id.optional(),
  note: text.optional(),
})
export type StatusSpan = z.infer<typeof statusSpan>

/** Government works alone are kept as copies; of the rest only the link stands here. */
const archived = z
  .strictObject({
    /** Its name in `site/library/archive`. */
    file: z
      .string()
      .regex(/^[a-z0-9]+([-.][a-z0-9]+)*$/, 'must be a plain file name: small letters, digits, hyphens, dots'),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'),
    bytes: z.number().int().positive(),
    /** The day on which it was fetched. */
    fetched: z.iso.date(),
    /** Where its text comes from; `none`: a scan without text. */
    text: z.enum(['born_digital', 'ocr', 'corrected', 'none']),
    ocr: z.strictObject({ engine: text, language: z.enum(['en', 'es']) }).nullable(),
  })
  .refine(
    (copy) => (copy.ocr !== null) === (copy.text === 'ocr' || copy.text === 'corrected'),
    'ocr must be given when the text comes from it, and only then',
  )
export type Archived = z.infer<typeof archived>

const shape = z.strictObject({
  id,
  title: text,
  alternate_titles: z.array(text),
  issuer: text,
  bodies: z.array(word).min(1),
  section: z.enum(sections),
  kind: word,
  /** Only an instrument can be in force. */
  standing: z.enum(['instrument', 'publication']),
  dates: z
    .strictObject({
      signed: partialDate.nullable(),
      released: partialDate.nullable(),
      effective: partialDate.nullable(),
      posted: partialDate.nullable(),
    })
    .refine((d) => Object.values(d).some((date) => date !== null), 'must give at least one date'),
  date_certainty: z.enum(['exact', 'approximate', 'month_only', 'year_only', 'uncertain']),
  language: z.array(z.enum(['en', 'es'])).min(1),
  audience: z.array(word).min(1),
  tags: z.array(word),
  view: z.literal('opposing').nullable(),
  summary: text,
  links: z.array(
    z.strictObject({
      /** `publisher`: who issued it; `reported_by`: someone else who holds a copy or tells of it. */
      role: z.enum(['publisher', 'reported_by']),
      url: z.url({ protocol: /^https?$/ }),
      state: z.enum(['seen', 'not_checked']),
    }),
  ),
  link_note: text.optional(),
  doc_number: text.optional(),
  citation: text,
  status_history: z.array(statusSpan).min(1),
  relations: z.array(z.strictObject({ kind: z.enum(relationKinds), to: id })),
  /** The copy that is kept here; null where none is. */
  archived: archived.nullable(),
  verification: z.strictObject({
    mark: z.enum(['seen', 'secondary', 'unverified']),
    checked: partialDate,
    source: text,
  }),
  /** Until when the status was followed, where that is earlier than the check. */
  status_as_of: partialDate.optional(),
  note: text.optional(),
  /** Why the record is not shown: a document that was looked for and not found. */
  held: text.optional(),
})

export type LibraryRecord = z.infer<typeof shape>

/** The first day of what may be a month or a year. */
export function firstDay(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date
}

/** What a record is dated by, the date of signing first. */
export function dateOf(record: LibraryRecord): string {
  const { signed, released, effective, posted } = record.dates
  return signed ?? released ?? effective ?? posted ?? ''
}

function checkHistory(file: string, record: LibraryRecord): void {
  record.status_history.forEach((span, i, all) => {
    const next = all[i + 1]
    const at = `status_history.${i}`
    if (next === undefined) {
      if (span.to !== null) throw broken(file, `${at}.to`, 'the last status lasts: must be null')
      return
    }
    if (span.to === null) throw broken(file, `${at}.to`, 'overlap: a status that lasts is followed by another')
    if (firstDay(span.to) < firstDay(next.from)) throw broken(file, `${at}.to`, `gap until ${next.from}`)
    if (firstDay(span.to) > firstDay(next.from)) throw broken(file, `${at}.to`, `overlap from ${next.from}`)
    if (firstDay(span.to) <= firstDay(span.from)) throw broken(file, `${at}.to`, 'must be after from')
  })
}

/** Reads one file; a record that breaks a rule is refused with file, field and rule. */
export function readRecord(file: string, content: unknown): LibraryRecord {
  const read = shape.safeParse(content)
  if (!read.success) {
    const issue = read.error.issues[0]
    throw broken(file, issue?.path.join('.') || 'the record', issue?.message ?? 'cannot be read')
  }
  const record = read.data
  if (!file.endsWith(`/${record.id}.json`)) throw broken(file, 'id', `must be the name of the file, is ${record.id}`)
  checkHistory(file, record)
  return record
}

function checkReferences(file: string, record: LibraryRecord, known: ReadonlyMap<string, LibraryRecord>): void {
  const named: [string, string][] = [
    ...record.status_history.flatMap(({ by }, i): [string, string][] =>
      by === undefined ? [] : [[`status_history.${i}.by`, by]],
    ),
    ...record.relations.map(({ to }, i): [string, string] => [`relations.${i}.to`, to]),
  ]
  for (const [field, to] of named) {
    if (!known.has(to)) throw broken(file, field, `there is no record ${to}`)
    if (to === record.id) throw broken(file, field, 'a record cannot name itself')
    if (known.get(to)?.held !== undefined) throw broken(file, field, `${to} is held back and may not be named`)
  }
}

/** What ended a record: of its last status. */
function endedBy(record: LibraryRecord): string | undefined {
  return record.status_history.at(-1)?.by
}

function checkCycles(fileOf: (id: string) => string, known: ReadonlyMap<string, LibraryRecord>): void {
  for (const start of known.values()) {
    const way = [start.id]
    for (let at = endedBy(start); at !== undefined; ) {
      if (at === start.id) throw broken(fileOf(start.id), 'status_history', `cycle: ${[...way, at].join(' → ')}`)
      if (way.includes(at)) break
      way.push(at)
      const next = known.get(at)
      at = next === undefined ? undefined : endedBy(next)
    }
  }
}

/** Reads all files, by path; rules that hold between records are checked last. */
export function readRecords(files: Readonly<Record<string, unknown>>): ReadonlyMap<string, LibraryRecord> {
  const paths = new Map<string, string>()
  const records = new Map<string, LibraryRecord>()
  for (const [file, content] of Object.entries(files)) {
    const record = readRecord(file, content)
    paths.set(record.id, file)
    records.set(record.id, record)
  }
  const fileOf = (recordId: string) => paths.get(recordId) ?? recordId
  for (const record of records.values()) checkReferences(fileOf(record.id), record, records)
  checkCycles(fileOf, records)
  return records
}
