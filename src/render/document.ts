import type { Result } from '../query/result.ts'

/** The JSON document of an answer: the same from the API and from the command line. */
export function toDocument(result: Result) {
  const { query, columns, labels, rows, row_count, totals, notes, receipt, origin } = result
  const { id, as_of, synthetic, sha256, provisional, estimated, carried } = origin.release
  return {
    query,
    release: {
      id,
      as_of,
      synthetic,
      sha256,
      provisional,
      /** Share of a provisional month that is there: an estimate; null where there is none. */
      completeness: Object.fromEntries((estimated ?? []).map(({ month, share }) => [month, share ?? null])),
      ...(carried !== undefined && { carried }),
    },
    period: { from: origin.from ?? null, to: origin.to, since: origin.since, base: origin.base },
    columns,
    labels,
    rows,
    row_count,
    totals,
    notes,
    definitions: origin.definitions,
    receipt,
  }
}

export type ResultDocument = ReturnType<typeof toDocument>
