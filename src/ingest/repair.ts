import type { Rule } from './rules.ts'

/** The repairs that a row can need. Each is a record of its own in `log.repairs`, with the raw row kept. */
export const repairIds = ['stray_tab', 'trailing_field', 'short_row', 'line_break'] as const
export type RepairId = (typeof repairIds)[number]

/** What the columns of one file, in its own order, ask of a row. */
export interface RowShape {
  readonly width: number
  readonly rules: readonly Rule[]
  /** Positions of columns that must hold an integer. */
  readonly required: readonly number[]
  /** Positions of free-text columns, in which a tab may have been typed. */
  readonly free: readonly number[]
}

export type Mended =
  | { readonly ok: true; readonly fields: readonly string[]; readonly repair: RepairId }
  | { readonly ok: false; readonly reason: string }

/** Whether the keys that every row must have are there. */
export function hasKeys(fields: readonly string[], shape: RowShape): boolean {
  return shape.required.every((at) => /^\d{1,18}$/.test((fields[at] ?? '').trim()))
}

/** Whether every field obeys the rule of its column and the keys are there. */
export function obeys(fields: readonly string[], shape: RowShape): boolean {
  if (fields.length !== shape.width || !hasKeys(fields, shape)) return false
  return fields.every((field, at) => shape.rules[at]?.(field.trim()) ?? true)
}

/**
 * Joins the pieces of one cell that tabs had cut. Outside free text a cell holds one word,
 * so there all pieces but one must be empty.
 */
function join(fields: readonly string[], at: number, count: number, free: boolean): string[] | undefined {
  const pieces = fields.slice(at, at + count).map((piece) => piece.trim())
  const filled = pieces.filter((piece) => piece !== '')
  if (!free && filled.length > 1) return undefined
  return [...fields.slice(0, at), filled.join(' '), ...fields.slice(at + count)]
}

function stray(fields: readonly string[], shape: RowShape): Mended {
  const extra = fields.length - shape.width
  const results = new Map<string, string[]>()
  for (let at = 0; at < shape.width; at++) {
    const candidate = join(fields, at, extra + 1, shape.free.includes(at))
    if (candidate === undefined || !obeys(candidate, shape)) continue
    results.set(candidate.map((field) => field.trim()).join('\t'), candidate)
  }
  const [only, another] = results.values()
  const said = `${fields.length} fields where ${shape.width} belong`
  if (only === undefined) return { ok: false, reason: `${said}; no repair gives a row that obeys all column rules` }
  if (another !== undefined) return { ok: false, reason: `${said}; several repairs would fit` }
  return { ok: true, fields: only, repair: 'stray_tab' }
}

/** A row with too many fields loses an empty tail, or is mended when exactly one result obeys all rules. */
function mendLong(fields: readonly string[], shape: RowShape): Mended {
  const shorter = fields.slice(0, shape.width)
  const emptyTail = fields.slice(shape.width).every((field) => field.trim() === '')
  if (emptyTail && obeys(shorter, shape)) return { ok: true, fields: shorter, repair: 'trailing_field' }
  return stray(fields, shape)
}

/** A row that ends early is padded with empty fields when what it has obeys all rules. */
function mendShort(fields: readonly string[], shape: RowShape): Mended {
  const padded = [...fields, ...Array.from({ length: shape.width - fields.length }, () => '')]
  if (obeys(padded, shape)) return { ok: true, fields: padded, repair: 'short_row' }
  return { ok: false, reason: `${fields.length} fields where ${shape.width} belong; what it has breaks a column rule` }
}

/** Mends a row that has the wrong number of fields, or says why it cannot be. */
export function mend(fields: readonly string[], shape: RowShape): Mended {
  return fields.length > shape.width ? mendLong(fields, shape) : mendShort(fields, shape)
}

/** The whole row when a line end stood inside one: the first part and its continuation. */
export function rejoin(
  first: readonly string[],
  second: readonly string[],
  shape: RowShape,
): readonly string[] | undefined {
  if (first.length + second.length - 1 !== shape.width) return undefined
  const seam = `${first.at(-1) ?? ''} ${second[0] ?? ''}`.trim()
  const whole = [...first.slice(0, -1), seam, ...second.slice(1)]
  return obeys(whole, shape) ? whole : undefined
}
