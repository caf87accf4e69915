/** What cleaning a row found. Cleaning is not a repair: it takes away what cannot be part of a value. */
export interface Cleaned {
  readonly text: string
  readonly nul: boolean
  readonly control: boolean
  /** Bytes above 127 that are not UTF-8, read as Windows-1252. */
  readonly decoded: boolean
  /** A line break stood inside the row. */
  readonly lineBreak: boolean
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
const windows1252 = new TextDecoder('windows-1252')

function decode(bytes: Uint8Array): { text: string; decoded: boolean } {
  try {
    return { text: utf8.decode(bytes), decoded: false }
  } catch {
    return { text: windows1252.decode(bytes), decoded: true }
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: taking control characters away is what it is for
const controls = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** Deletes NULs and control characters, puts a space for a stray line break, decodes: UTF-8, else Windows-1252. */
export function cleanRow(bytes: Buffer): Cleaned {
  const nul = bytes.includes(0)
  const { text, decoded } = decode(nul ? bytes.filter((b) => b !== 0) : bytes)
  const lineBreak = text.includes('\n') || text.includes('\r')
  const joined = lineBreak ? text.replaceAll(/[\r\n]+/g, ' ') : text
  const plain = joined.replaceAll(controls, '')
  return { text: plain, nul, control: plain.length !== joined.length, decoded, lineBreak }
}
