import fc from 'fast-check'
import { expect, test } from 'vitest'
import { table } from '#catalog'
import { readPieces } from '../../test/support/read.ts'
import { endsWithCrlf, OverlongRow } from './lines.ts'

interface Split {
  readonly rows: readonly { readonly text: string; readonly line: number }[]
  readonly lines: number
}

/** No row of these tests has a number where the key stands: all are rejected, and so each is told with its line. */
const keyed = table({
  id: 'keyed',
  file: 'tbl_Keyed',
  kind: 'core',
  required: ['KEY'],
  key: ['KEY'],
  about: 'A key and nothing else that these rows have.',
  columns: ['KEY', 'ONE', 'TWO'].map((name) => ({ name, type: 'integer', about: '' })),
})
const head = 'KEY\tONE\tTWO'

/** Splits bytes that arrive in pieces cut at these places. */
async function split(bytes: Buffer, cuts: readonly number[]): Promise<Split> {
  const places = [...new Set([0, ...cuts.map((c) => c % (bytes.length + 1)), bytes.length])].toSorted((a, b) => a - b)
  const pieces = places.slice(1).map((end, i) => bytes.subarray(places[i], end))
  const { rejected, account } = await readPieces(keyed, pieces)
  expect(account.rows_in).toBe(rejected.length)
  return { rows: rejected.map(({ raw, line }) => ({ text: raw, line })), lines: account.lines_in }
}

/** The rows that a reader must find after the header: an empty one is none at the end of the file. */
function rowsOf(text: string, end: string): string[] {
  const rows = text.split(end)
  if (rows.at(-1) === '') rows.pop()
  if (rows.at(-1) === '') rows.pop()
  return rows.slice(1)
}

/** Lines made of few signs, so that line ends of every kind meet. */
const text = fc.array(fc.constantFrom('a', 'b\t', '\r\n', '\r\n', '\n', '\r', '\0', '\xff'), { maxLength: 60 })
const cuts = fc.array(fc.nat(), { maxLength: 12 })

test('a file that ends its lines in CRLF is cut at CRLF alone, wherever its pieces begin', () =>
  fc.assert(
    fc.asyncProperty(text, cuts, async (parts, places) => {
      // So many lines that CRLF has the majority whatever follows.
      const begin = `${head}\r\n${'x\r\n'.repeat(61)}`
      const whole = begin + parts.join('')
      const { rows, lines } = await split(
        Buffer.from(whole, 'latin1'),
        places.map((p) => Math.max(begin.length, p % (whole.length + 1))),
      )
      expect(rows.map((r) => r.text)).toEqual(rowsOf(whole, '\r\n'))
      expect(lines).toBe((whole.match(/\n/g)?.length ?? 0) + (whole.endsWith('\r\n') ? 0 : 1))
    }),
  ))

test('a first piece that ends before its first line does leaves the line end open', async () => {
  const { rows } = await split(Buffer.from(`${head}\r\none\ntwo\r\n`), [2])
  expect(rows.map((r) => r.text)).toEqual(['one\ntwo'])
})

test('a file that ends its lines in LF is cut at every LF', () =>
  fc.assert(
    fc.asyncProperty(text, cuts, async (parts, places) => {
      const whole = `${head}\n${parts.join('').replaceAll('\r', '')}`
      const { rows, lines } = await split(Buffer.from(whole, 'latin1'), places)
      const expected = rowsOf(whole, '\n')
      expect(rows.map((r) => r.text)).toEqual(expected)
      expect(rows.map((r) => r.line)).toEqual(expected.map((_, i) => i + 2))
      expect(lines).toBe(whole.split('\n').length - (whole.endsWith('\n') ? 1 : 0))
    }),
  ))

test('each row says on which physical line it begins', async () => {
  const { rows, lines } = await split(Buffer.from(`${head}\r\none\ntwo\r\nthree\r\n`), [])
  expect(rows).toEqual([
    { text: 'one\ntwo', line: 2 },
    { text: 'three', line: 4 },
  ])
  expect(lines).toBe(4)
})

test('the line end that most lines have is the line end of the file', () => {
  expect(endsWithCrlf(Buffer.from('a\r\nb\nc\r\n'))).toBe(true)
  expect(endsWithCrlf(Buffer.from('a\nb\r\nc\n'))).toBe(false)
  expect(endsWithCrlf(Buffer.from('a'))).toBe(false)
})

test('a row of many megabytes is rejected with its length, its beginning is kept, and the next row stands on its line', async () => {
  const long = `x\n${'y'.repeat(5_000_000)}`
  const bytes = Buffer.from(`${head}\r\na\r\n${long}\r\nb\r\n${'z'.repeat(3_000_000)}`)
  const { rejected, account } = await readPieces(keyed, [bytes])
  expect(rejected.map((r) => [r.line, r.raw.length, r.reason])).toEqual([
    [2, 1, expect.stringContaining('1 fields where 3 belong')],
    [3, 65536, 'a row of 5000002 bytes; the longest allowed is 1048576'],
    [5, 1, expect.stringContaining('1 fields where 3 belong')],
    [6, 65536, 'a row of 3000000 bytes; the longest allowed is 1048576'],
  ])
  expect(account).toMatchObject({ rows_in: 4, lines_in: 6 })
})

test('the end of an overlong row is found when CR and LF arrive apart', () => {
  const row = new OverlongRow(Buffer.from('abc'), 7, true)
  expect(row.pass(Buffer.from('de\nf\r'))).toBe(-1)
  expect(row.pass(Buffer.from('\nnext'))).toBe(1)
  expect([row.length, row.lines]).toEqual([7, 2])
})
