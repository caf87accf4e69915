import type { Dice } from './dice.ts'

/** What can happen to the text of a file before it is packed, so that no checksum tells. */
export type TextMutation = (text: Buffer, dice: Dice) => Buffer

const CRLF = '\r\n'

/** Latin-1 gives every byte a letter and takes it back. */
const onText =
  (change: (text: string, dice: Dice) => string): TextMutation =>
  (text, dice) =>
    Buffer.from(change(text.toString('latin1'), dice), 'latin1')

const onLines = (change: (lines: string[], dice: Dice) => string[]): TextMutation =>
  onText((text, dice) => change(text.split(CRLF), dice).join(CRLF))

/** Changes the fields of some rows, never of the header. */
const onSomeRows = (share: number, change: (fields: string[], dice: Dice) => string[]): TextMutation =>
  onLines((lines, dice) => {
    const one = dice.between(1, Math.max(1, lines.length - 2))
    return lines.map((line, at) =>
      at > 0 && line !== '' && (at === one || dice.chance(share)) ? change(line.split('\t'), dice).join('\t') : line,
    )
  })

const onHeader = (change: (names: string[], dice: Dice) => string[]): TextMutation =>
  onLines(([header = '', ...rows], dice) => [change(header.split('\t'), dice).join('\t'), ...rows])

function put(text: string, at: number, what: string): string {
  return text.slice(0, at) + what + text.slice(at)
}

/** Puts something at a few places anywhere. */
const sprinkle = (what: (dice: Dice) => string): TextMutation =>
  onText((text, dice) => {
    let out = text
    for (let n = dice.between(1, 12); n > 0; n--) out = put(out, dice.below(out.length), what(dice))
    return out
  })

/** Writes something into one field of a few rows. */
const intoField = (what: (dice: Dice) => string): TextMutation =>
  onSomeRows(0.05, (fields, dice) => fields.with(dice.below(fields.length), what(dice)))

/** Writes something into one field of every row. */
const intoColumn = (what: (dice: Dice) => string): TextMutation =>
  onLines(([header = '', ...rows], dice) => {
    const at = dice.below(header.split('\t').length)
    return [header, ...rows.map((row) => (row === '' ? row : row.split('\t').with(at, what(dice)).join('\t')))]
  })

/** Two of a list change places; a list that is too short for that stays. */
function swapped(list: readonly string[], a: number, b: number): string[] {
  if (Math.max(a, b) >= list.length) return [...list]
  return list.with(a, list[b] ?? '').with(b, list[a] ?? '')
}

const noise = (length: number, dice: Dice): string =>
  String.fromCharCode(...Array.from({ length }, () => dice.below(256)))

/** Every way to damage the text of a table, by name. */
export const textMutations: Readonly<Record<string, TextMutation>> = {
  'bytes flipped': (text, dice) => {
    const out = Buffer.from(text)
    for (let n = dice.between(1, 30); n > 0; n--) out[dice.below(out.length)] = dice.below(256)
    return out
  },
  'one bit flipped': (text, dice) => {
    const out = Buffer.from(text)
    const at = dice.below(out.length)
    out.writeUInt8(out.readUInt8(at) ^ (1 << dice.below(8)), at)
    return out
  },
  'cut off': (text, dice) => text.subarray(0, dice.below(text.length)),
  'a stretch cut out': (text, dice) => {
    const from = dice.below(text.length)
    return Buffer.concat([text.subarray(0, from), text.subarray(from + dice.below(2000))])
  },
  'a stretch doubled': (text, dice) => {
    const from = dice.below(text.length)
    const to = from + dice.below(2000)
    return Buffer.concat([text.subarray(0, to), text.subarray(from)])
  },
  'lines joined': onText((text, dice) => {
    const ends = [...text.matchAll(/\r\n/g)].map((m) => m.index)
    const at = dice.pick(ends.length === 0 ? [0] : ends)
    return text.slice(0, at) + dice.pick(['', ' ', '\t']) + text.slice(at + 2)
  }),
  'lines cut by CRLF': sprinkle(() => CRLF),
  'lines cut by LF': sprinkle(() => '\n'),
  'lines cut by CR': sprinkle(() => '\r'),
  'LF everywhere': onText((text) => text.replaceAll(CRLF, '\n')),
  'CR everywhere': onText((text) => text.replaceAll(CRLF, '\r')),
  'LF after the header': onText((text) => text.replace(CRLF, '\n')),
  'CRLF after the header alone': onText((text) => text.replaceAll(CRLF, '\n').replace('\n', CRLF)),
  'half LF': onText((text, dice) => text.replaceAll(CRLF, () => (dice.chance(0.5) ? '\n' : CRLF))),
  'no line end at the end': onText((text) => text.replace(/\r\n$/, '')),
  'empty lines': onLines((lines, dice) => lines.flatMap((line) => (dice.chance(0.1) ? [line, ''] : [line]))),
  'empty lines at the end': onText((text, dice) => text + CRLF.repeat(dice.between(1, 5))),
  'blank lines': onLines((lines, dice) => lines.toSpliced(dice.between(1, lines.length), 0, '   ', '\t\t')),
  'two columns swapped in every row': onLines((lines, dice) => {
    const width = lines[0]?.split('\t').length ?? 1
    const [a, b] = [dice.below(width), dice.below(width)]
    return lines.map((line, at) => (at === 0 || line === '' ? line : swapped(line.split('\t'), a, b).join('\t')))
  }),
  'two fields swapped': onSomeRows(0.05, (row, dice) => swapped(row, dice.below(row.length), dice.below(row.length))),
  'a tab too many': onSomeRows(0.05, (row, dice) => row.toSpliced(dice.below(row.length), 0, '')),
  'a tab too few': onSomeRows(0.05, (row, dice) => row.toSpliced(dice.below(row.length), 1)),
  'many tabs': sprinkle((dice) => '\t'.repeat(dice.between(1, 1200))),
  'rows end early': onSomeRows(0.1, (row, dice) => row.slice(0, dice.below(row.length))),
  'rows end late': onSomeRows(0.1, (row, dice) => [
    ...row,
    ...Array.from({ length: dice.between(1, 5) }, () => dice.pick(['', ' ', 'x', '0'])),
  ]),
  'a row moved by one': onSomeRows(0.05, (row) => ['', ...row.slice(0, -1)]),
  NULs: sprinkle((dice) => '\0'.repeat(dice.between(1, 50))),
  'a hole of NULs': (text, dice) => Buffer.from(text).fill(0, dice.below(text.length), dice.below(text.length)),
  'control characters': sprinkle((dice) => String.fromCharCode(dice.below(32))),
  'quotes and backslashes': sprinkle((dice) => dice.pick(['"', "'", '\\', '""', '\\"', '"\t"', '\\N'])),
  'an end-of-file mark': onText((text, dice) => put(text, dice.pick([text.length, dice.below(text.length)]), '\x1a')),
  'bytes that are not UTF-8': sprinkle((dice) =>
    dice.pick(['\x96', '\xff', '\xc3', '\xe2\x82', '\xed\xa0\x80', '\xf8\x88']),
  ),
  'letters of other scripts': sprinkle((dice) =>
    Buffer.from(dice.pick(['ñ', '中', 'ΐ', 'ß', '\u2028', '𝄞', 'İ', '\u00a0'])).toString('latin1'),
  ),
  'UTF-16': (text) => Buffer.from(`\ufeff${text.toString('latin1')}`, 'utf16le'),
  'UTF-16 without its mark': (text) => Buffer.from(text.toString('latin1'), 'utf16le'),
  'a mark of UTF-8': (text) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), text]),
  'UTF-8 encoded twice': (text) => Buffer.from(Buffer.from(text.toString('latin1')).toString('latin1')),
  'a huge field': intoField((dice) => 'x'.repeat(dice.pick([70_000, 300_000, 1_100_000]))),
  'a huge field of high bytes': intoField((dice) => '\x96'.repeat(dice.pick([70_000, 1_000_000, 1_048_500]))),
  'a huge file': onText(
    (text, dice) => `${text}${`${text.split(CRLF).at(1)}${CRLF}`.repeat(dice.between(100, 20_000))}`,
  ),
  'a huge line': onText((text, dice) =>
    put(text, dice.below(text.length), 'y'.repeat(dice.pick([2_100_000, 5_000_000]))),
  ),
  'absurd keys': onSomeRows(0.1, ([, ...row], dice) => [
    dice.pick(['-1', '9'.repeat(18), '9'.repeat(19), '9'.repeat(40), '1e9', '0x1', ' 7 ', '+5', '1.0', '']),
    ...row,
  ]),
  'absurd values': intoField((dice) =>
    dice.pick([
      '9999-12-31 00:00:00.000',
      '0000-00-00',
      '2012-02-30',
      '1e308',
      'NaN',
      'NULL',
      '-0',
      '١٢',
      '99:99',
      '2925-01-01 00:00:00.000',
      '1/5/12',
    ]),
  ),
  'a column written otherwise': intoColumn((dice) =>
    dice.pick(['05/01/2012', '2012-01-05T00:00:00Z', 'N/A', '1,5', 'true']),
  ),
  'rows doubled': onLines((lines, dice) =>
    lines.flatMap((line, at) => (at > 0 && line !== '' && dice.chance(0.2) ? [line, line] : [line])),
  ),
  'rows in another order': onLines(([header = '', ...rows]) => [header, ...rows.slice(0, -1).toReversed(), '']),
  'the header again among the rows': onLines((lines, dice) =>
    lines.toSpliced(dice.between(1, lines.length), 0, lines[0] ?? ''),
  ),
  'the whole file twice': (text) => Buffer.concat([text, text]),
  'another separator': onText((text, dice) => text.replaceAll('\t', dice.pick([',', '|', ';', ' ']))),
  'every field quoted': onText((text) => text.replaceAll('\t', '"\t"').replaceAll(CRLF, '"\r\n"')),
  'no header': onLines((lines) => lines.slice(1)),
  'a name changed': onHeader((names, dice) =>
    names.with(
      dice.below(names.length),
      dice.pick(['NEW', '', ' ', '"X"', 'file_row_number', 'rowid', 'X\0Y', '\x96', "Robert'); DROP TABLE x;--"]),
    ),
  ),
  'a name twice': onHeader((names, dice) =>
    names.with(dice.below(names.length), names[dice.below(names.length)] ?? ''),
  ),
  'two names swapped': onHeader((names, dice) => swapped(names, dice.below(names.length), dice.below(names.length))),
  'a name too few': onHeader((names, dice) => names.toSpliced(dice.below(names.length), 1)),
  'a name too many': onHeader((names, dice) => names.toSpliced(dice.below(names.length), 0, 'ADDED')),
  'names too many': onHeader((names, dice) => [
    ...names,
    ...Array.from({ length: dice.pick([3, 100, 600, 3000]) }, (_, n) => `C${n}`),
  ]),
  'a name too long': onHeader((names, dice) =>
    names.with(dice.below(names.length), 'N'.repeat(dice.pick([100, 1000, 200_000]))),
  ),
  'names in lower case and spaces': onHeader((names) => names.map((name) => ` ${name.toLowerCase()} `)),
  'marks of removal': onHeader((names, dice) =>
    names.map((name) => name + dice.pick(['', '_Remove', '_TO_BE_REMOVED'])),
  ),
  'noise behind the rows': onText((text, dice) => text + noise(dice.between(1, 5000), dice)),
  'noise instead of the file': (text, dice) =>
    Buffer.from(noise(dice.between(1, Math.min(20_000, text.length)), dice), 'latin1'),
  'nothing at all': () => Buffer.alloc(0),
  'the header alone': onText((text) => text.slice(0, text.indexOf(CRLF) + 2)),
  'one byte': (_, dice) => Buffer.from([dice.below(256)]),
  'a web page': () => Buffer.from('<!doctype html>\r\n<title>404</title>\r\n'),
}
