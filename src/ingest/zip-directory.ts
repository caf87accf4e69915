import { readSync } from 'node:fs'

/** What the directory of a zip says of one file. */
export interface DirectoryEntry {
  readonly fileName: string
  readonly fileNameRaw: Buffer
  readonly relativeOffsetOfLocalHeader: number
  readonly compressedSize: number
}

export interface Flaw {
  /** The file of the zip that it was found at, if it was one. */
  readonly file: string | undefined
  readonly what: string
}

const signature = { file: 0x04034b50, directory: 0x02014b50 }
const headerLength = 30
/** What may stand between a file and the next one: nothing, or its sizes again, in one of four forms. */
const descriptors = [0, 12, 16, 20, 24]

/** Fewer where the file ends; none at a place that no file reaches. */
function bytesAt(fd: number, at: number, length: number): Buffer {
  if (!Number.isSafeInteger(at + length)) return Buffer.alloc(0)
  const bytes = Buffer.alloc(length)
  let got = 0
  for (let n = 1; n > 0 && got < length; got += n) n = readSync(fd, bytes, got, length - got, at + got)
  return bytes.subarray(0, got)
}

function isSignature(fd: number, at: number, expected: number): boolean {
  const bytes = bytesAt(fd, at, 4)
  return bytes.length === 4 && bytes.readUInt32LE(0) === expected
}

interface Stretch {
  readonly file: string
  readonly from: number
  readonly to: number
}

/** From the header of a file to the end of its bytes, by its own header. */
function stretchOf(fd: number, entry: DirectoryEntry): Stretch | Flaw {
  const { fileName: file, fileNameRaw, relativeOffsetOfLocalHeader: from, compressedSize } = entry
  const header = bytesAt(fd, from, headerLength)
  if (header.length < headerLength || header.readUInt32LE(0) !== signature.file)
    return { file, what: 'it does not stand where the directory of the zip says' }
  const name = bytesAt(fd, from + headerLength, header.readUInt16LE(26))
  if (!name.equals(fileNameRaw))
    return { file, what: `the directory of the zip and the file itself name it differently (${name.toString()})` }
  return { file, from, to: from + headerLength + name.length + header.readUInt16LE(28) + compressedSize }
}

/** A file that stands between two others, or behind the last one, and in no directory. */
function hasUnlisted(fd: number, { to }: Stretch, next: number): boolean {
  return descriptors.some((more) => to + more < next && isSignature(fd, to + more, signature.file))
}

/**
 * What in a zip contradicts its directory: a file under another name or place, files that share bytes, files that the
 * directory or its count leave out. `end` is where the directory was read to. Undefined: nothing.
 */
export function flawOf(fd: number, entries: readonly DirectoryEntry[], end: number): Flaw | undefined {
  if (isSignature(fd, end, signature.directory))
    return { file: undefined, what: `its end counts ${entries.length} files, and its directory holds more` }
  const stretches: Stretch[] = []
  for (const entry of entries) {
    const found = stretchOf(fd, entry)
    if ('what' in found) return found
    stretches.push(found)
  }
  stretches.sort((a, b) => a.from - b.from)
  for (const [at, stretch] of stretches.entries()) {
    const next = stretches[at + 1]
    if (next !== undefined && next.from < stretch.to)
      return { file: next.file, what: `it shares bytes with another file of the zip (${stretch.file})` }
    if (hasUnlisted(fd, stretch, next?.from ?? end))
      return { file: stretch.file, what: 'behind it stands a file that the directory of the zip does not list' }
  }
  return undefined
}
