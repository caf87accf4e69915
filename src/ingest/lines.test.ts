import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dominantLineEnd, RowSplitter } from './lines.ts'

interface Split {
  readonly rows: readonly { readonly text: string; readonly line: number }[]
  readonly lines: number
}

/** Splits bytes that arrive in pieces cut at these places. */
function split(bytes: Buffer, cuts: readonly number[]): Split {
  const splitter = new RowSplitter()
  const rows: { text: string; line: number }[] = []
  const take = (row: Buffer, line: number): void => {
    rows.push({ text: row.toString('latin1'), line })
  }
  const places = [...new Set([0, ...cuts.map((c) => c % (bytes.length + 1)), bytes.length])].toSorted((a, b) => a - b)
  for (let i = 1; i < places.length; i++) splitter.push(bytes.subarray(places[i - 1], places[i]), take)
  splitter.finish(take)
  return { rows, lines: splitter.lines }
}

/** Lines made of few signs, so that line ends of every kind meet. */
const text = fc.array(fc.constantFrom('a', 'b\t', '\r\n', '\r\n', '\n', '\r', '\0', '\xff'), { maxLength: 60 })
const cuts = fc.array(fc.nat(), { maxLength: 12 })

test('a file that ends its lines in CRLF is cut at CRLF alone, wherever its pieces begin', () => {
  // So many lines that CRLF has the majority whatever follows.
  const head = 'head\r\n'.repeat(61)
  fc.assert(
    fc.property(text, cuts, (parts, places) => {
      const whole = head + parts.join('')
      const { rows, lines } = split(
        Buffer.from(whole, 'latin1'),
        places.map((p) => Math.max(head.length, p % (whole.length + 1))),
      )
      const expected = whole.split('\r\n')
      if (expected.at(-1) === '') expected.pop()
      expect(rows.map((r) => r.text)).toEqual(expected)
      expect(lines).toBe((whole.match(/\n/g)?.length ?? 0) + (whole.endsWith('\r\n') ? 0 : 1))
    }),
  )
})

test('a first piece that ends before its first line does leaves the line end open', () => {
  const { rows } = split(Buffer.from('head\r\none\ntwo\r\n'), [2])
  expect(rows.map((r) => r.text)).toEqual(['head', 'one\ntwo'])
})

test('a file that ends its lines in LF is cut at every LF', () => {
  fc.assert(
    fc.property(text, cuts, (parts, places) => {
      const whole = `head\n${parts.join('').replaceAll('\r', '')}`
      const { rows, lines } = split(Buffer.from(whole, 'latin1'), places)
      const expected = whole.split('\n')
      if (expected.at(-1) === '') expected.pop()
      expect(rows.map((r) => r.text)).toEqual(expected)
      expect(rows.map((r) => r.line)).toEqual(expected.map((_, i) => i + 1))
      expect(lines).toBe(expected.length)
    }),
  )
})

test('each row says on which physical line it begins', () => {
  const { rows, lines } = split(Buffer.from('head\r\none\ntwo\r\nthree\r\n'), [])
  expect(rows).toEqual([
    { text: 'head', line: 1 },
    { text: 'one\ntwo', line: 2 },
    { text: 'three', line: 4 },
  ])
  expect(lines).toBe(4)
})

test('the line end that most lines have is the line end of the file', () => {
  expect(dominantLineEnd(Buffer.from('a\r\nb\nc\r\n'))).toBe('crlf')
  expect(dominantLineEnd(Buffer.from('a\nb\r\nc\n'))).toBe('lf')
  expect(dominantLineEnd(Buffer.from('a'))).toBe('lf')
})
