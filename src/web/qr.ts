import encode from 'qr'

/** A square of dark and light modules, as the path of a drawing in which each module is one unit wide. */
export interface QrCode {
  /** Modules in a row, with the light border that a reader of such codes needs. */
  readonly size: number
  readonly path: string
}

/** Longer addresses give codes too fine for a small square on paper. */
const longest = 500

/** A text as a QR code; undefined when it is too long to be read from a small square. */
export function qrOf(text: string): QrCode | undefined {
  if (text.length > longest) return undefined
  const rows = encode(text, 'raw', { ecc: 'low', border: 2 })
  const path = rows.map((row, y) => darkRuns(row).map(([from, length]) => `M${from} ${y}h${length}v1h-${length}z`))
  return { size: rows.length, path: path.flat().join('') }
}

/** Where dark modules stand side by side: first place and number. */
function darkRuns(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const runs: (readonly [number, number])[] = []
  let from = 0
  for (let at = 0; at <= row.length; at++) {
    if (row[at] === true) continue
    if (at > from) runs.push([from, at - from])
    from = at + 1
  }
  return runs
}
