import { type FileHandle, open } from 'node:fs/promises'
import { notWhole, webPage } from './problems.ts'

const signature = { file: 0x04034b50, directory: 0x02014b50, end: 0x06054b50, end64: 0x06064b50, locator: 0x07064b50 }
const endLength = 22
const longestComment = 0xffff
/** Stands where the number itself has no room and lies in the Zip64 record. */
const elsewhere = 0xffffffff

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at)
  return buffer.subarray(0, bytesRead)
}

async function beginsWith(file: FileHandle, at: number, expected: number): Promise<boolean> {
  const bytes = await bytesAt(file, at, 4)
  return bytes.length === 4 && bytes.readUInt32LE(0) === expected
}

/** Place of the end-of-central-directory record: the last thing in a zip, but for a comment of stated length. */
function findEnd(tail: Buffer): number {
  for (let at = tail.length - endLength; at >= 0; at--) {
    const found = tail.readUInt32LE(at) === signature.end
    if (found && at + endLength + tail.readUInt16LE(at + 20) === tail.length) return at
  }
  return -1
}

/** Where the central directory begins, by Zip64's record where the plain one has no room. */
async function directoryStart(file: FileHandle, end: Buffer, endAt: number): Promise<number> {
  const start = end.readUInt32LE(16)
  if (start !== elsewhere) return start
  const locator = await bytesAt(file, Math.max(0, endAt - 20), 20)
  if (locator.length < 20 || locator.readUInt32LE(0) !== signature.locator) return -1
  const record = await bytesAt(file, Number(locator.readBigUInt64LE(8)), 56)
  if (record.length < 56 || record.readUInt32LE(0) !== signature.end64) return -1
  return Number(record.readBigUInt64LE(48))
}

/**
 * Raises unless the file begins like a zip, ends like one, and has its directory where the end says. Whether each
 * file inside is what its checksum says is for the ingest, which reads them all.
 */
export async function checkZip(path: string, url: URL): Promise<void> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const head = await bytesAt(file, 0, 512)
    if (/^\uFEFF?\s*<(!doctype|html|\?xml|head|!--)/i.test(head.toString('utf8'))) throw webPage(url)
    if (!(await beginsWith(file, 0, signature.file))) throw notWhole(url, 'it does not begin like a zip')
    const tailLength = Math.min(size, endLength + longestComment)
    const tail = await bytesAt(file, size - tailLength, tailLength)
    const at = findEnd(tail)
    if (at < 0) throw notWhole(url, 'its end is missing')
    const start = await directoryStart(file, tail.subarray(at), size - tailLength + at)
    if (start < 0 || start >= size || !(await beginsWith(file, start, signature.directory)))
      throw notWhole(url, 'its directory is not where its end says')
  } finally {
    await file.close()
  }
}
