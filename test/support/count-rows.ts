/**
 * Counts the rows of a file by another hand than the reader's: split by the line end that most lines have, without the
 * header, the end of the file and one empty line before it. A stray line end of the other kind ends no row, but a header.
 */
export function rowsByHand(bytes: Buffer): string[] {
  const text = bytes.toString('latin1')
  const all = text.split('\n').length - 1
  const crlf = text.split('\r\n').length - 1
  const lines =
    crlf > 0 && crlf >= all - crlf ? text.split('\r\n') : text.split('\n').map((line) => line.replace(/\r$/, ''))
  const [header = '', ...rows] = lines
  const [first = '', ...more] = header.split('\n')
  const behind = more.join('\n')
  if (more.length > 0 && first.split('\t').length === behind.split('\t').length) rows.unshift(behind)
  if (rows.at(-1) === '') {
    rows.pop()
    if (rows.at(-1) === '') rows.pop()
  }
  return rows
}
