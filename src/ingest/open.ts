import { closeSync, createReadStream, openSync, readSync } from 'node:fs'
import { open as openFile, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { crc32 } from 'node:zlib'
import yauzl from 'yauzl'
import { DataError, NotFoundError, OpendocketError } from '#errors'
import { inflatePieces, type Stretch } from './inflate.ts'
import { isDay } from './options.ts'
import { flawOf } from './zip-directory.ts'

/** One file of a release, wherever it lies. */
export interface Member {
  /** Path inside the zip or folder, for messages. */
  readonly path: string
  /** File name in lower case, without folders. */
  readonly name: string
  /** Bytes of text. */
  readonly size: number
  /** Bytes as stored. */
  readonly stored: number
  /** The text in pieces, each good until the next is asked for; raises when they are not what the release says they are. */
  pieces(): AsyncIterable<Buffer>
}

export interface Source {
  readonly path: string
  readonly members: readonly Member[]
  /** `YYYY-MM-DD` from the name of the folder inside (`EOIR Case Data 2026-1002`), when there is one. */
  readonly folderDate: string | undefined
  readonly stored: number
  close(): void
}

const mostMembers = 500
const mostBytes = 64 * 2 ** 30
const mostRatio = 200
const chunk = 2 ** 20

function refuse(path: string, what: string, hint: string): DataError {
  return new DataError(`this release is refused: ${what}: ${path}`, { code: 'release-refused', value: path, hint })
}

function dateInName(paths: readonly string[]): string | undefined {
  for (const path of paths) {
    for (const [, y, mo, d] of path.matchAll(/(?=(\d{4})-(\d{2})-?(\d{2}))/g)) {
      const date = `${y}-${mo}-${d}`
      if (isDay(date)) return date
    }
  }
  return undefined
}

function lastPart(path: string): string {
  return (path.split(/[/\\]/).pop() ?? path).toLowerCase()
}

function checkMembers(path: string, members: readonly Member[]): void {
  if (members.length > mostMembers) {
    throw refuse(path, `it holds ${members.length} files`, `a release holds at most ${mostMembers}`)
  }
  const total = members.reduce((sum, m) => sum + m.size, 0)
  if (total > mostBytes) throw refuse(path, `it unpacks to ${total} bytes`, `at most ${mostBytes} bytes are read`)
  const seen = new Set<string>()
  for (const m of members) {
    if (m.size > 2 ** 24 && m.size / Math.max(1, m.stored) > mostRatio) {
      throw refuse(m.path, `a file unpacks to more than ${mostRatio} times its size`, 'this looks like a zip bomb')
    }
    if (seen.has(m.name)) throw refuse(m.path, 'two files have the same name', 'leave one of the two in the release')
    seen.add(m.name)
  }
}

type Zip = yauzl.ZipFile

interface OpenedZip {
  readonly zip: Zip
  readonly fd: number
}

function badZip(path: string, cause: unknown): OpendocketError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new OpendocketError(
    `this is not a readable zip: ${path} (${reason})`,
    {
      code: 'not-a-zip',
      value: path,
      allowed: "EOIR's monthly zip, whole, or a folder with its files",
      hint: 'if the download broke off, download it again; `unzip -t` tells whether a zip is whole',
    },
    { cause },
  )
}

function openZip(path: string): Promise<OpenedZip> {
  const fd = openSync(path, 'r')
  return new Promise((resolve, reject) => {
    yauzl.fromFd(fd, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) => {
      if (error === null) return resolve({ zip, fd })
      closeSync(fd)
      reject(badZip(path, error))
    })
  })
}

function listEntries(zip: Zip, path: string): Promise<yauzl.Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: yauzl.Entry[] = []
    zip.on('error', (error: Error) => reject(badZip(path, error)))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: yauzl.Entry) => {
      if (entries.length > mostMembers * 4)
        reject(refuse(path, 'it holds far too many files', `a release holds at most ${mostMembers}`))
      entries.push(entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

/** Where the packed bytes of a file of the zip begin. */
function dataStart(zip: Zip, entry: yauzl.Entry): Promise<number> {
  return new Promise((resolve, reject) => {
    zip.readLocalFileHeader(entry, { minimal: true }, (error, header) => {
      if (error !== null) reject(error)
      else resolve(header.fileDataStart)
    })
  })
}

async function* storedPieces({ fd, from, bytes }: Stretch): AsyncGenerator<Buffer> {
  const piece = Buffer.allocUnsafe(chunk)
  for (let at = 0; at < bytes; ) {
    const got = readSync(fd, piece, 0, Math.min(chunk, bytes - at), from + at)
    if (got === 0) return
    at += got
    yield piece.subarray(0, got)
  }
}

const methods = { stored: 0, deflate: 8, deflate64: 9 }

async function* unpackedPieces(opened: OpenedZip, entry: yauzl.Entry): AsyncGenerator<Buffer> {
  const stretch = { fd: opened.fd, from: await dataStart(opened.zip, entry), bytes: entry.compressedSize }
  const method = entry.compressionMethod
  yield* method === methods.stored ? storedPieces(stretch) : inflatePieces(stretch, method)
}

/** Reads a file of the zip and holds it against the size and checksum that the zip states. */
async function* entryPieces(opened: OpenedZip, entry: yauzl.Entry): AsyncGenerator<Buffer> {
  let size = 0
  let checksum = 0
  try {
    for await (const piece of unpackedPieces(opened, entry)) {
      size += piece.length
      if (size > entry.uncompressedSize) break
      checksum = crc32(piece, checksum)
      yield piece
    }
  } catch (cause) {
    throw damaged(entry.fileName, cause instanceof Error ? cause.message : String(cause), cause)
  }
  if (size !== entry.uncompressedSize)
    throw damaged(entry.fileName, `it unpacks to another size than the ${entry.uncompressedSize} bytes stated`)
  if (checksum !== entry.crc32) throw damaged(entry.fileName, 'its checksum is not the one stated')
}

function damaged(path: string, why: string, cause?: unknown): OpendocketError {
  return new OpendocketError(
    `a file in the zip is damaged: ${path} (${why})`,
    {
      code: 'damaged-zip',
      value: path,
      allowed: 'a zip that `unzip -t` finds whole',
      hint: 'download the release again',
    },
    { cause },
  )
}

async function* filePieces(path: string): AsyncGenerator<Buffer> {
  for await (const piece of createReadStream(path, { highWaterMark: chunk })) {
    if (Buffer.isBuffer(piece)) yield piece
  }
}

function checkEntry(entry: yauzl.Entry): void {
  if ((entry.generalPurposeBitFlag & 1) === 1)
    throw refuse(entry.fileName, 'a file is encrypted', 'EOIR publishes plain files')
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000) {
    throw refuse(entry.fileName, 'a file is a symbolic link', 'a release holds plain files only')
  }
  if (!Object.values(methods).includes(entry.compressionMethod)) {
    throw refuse(
      entry.fileName,
      `a file is packed by method ${entry.compressionMethod}`,
      'unpack the zip (for instance with 7-Zip) and ingest the folder',
    )
  }
}

function checkDirectory(path: string, { zip, fd }: OpenedZip, entries: readonly yauzl.Entry[]): void {
  // Where the next entry would begin; its type says otherwise.
  const cursor: unknown = zip.readEntryCursor
  const flaw = flawOf(fd, entries, typeof cursor === 'number' ? cursor : 0)
  if (flaw === undefined) return
  throw flaw.file === undefined ? badZip(path, flaw.what) : damaged(flaw.file, flaw.what)
}

async function fromZip(path: string): Promise<Source> {
  const opened = await openZip(path)
  try {
    return await listZip(path, opened)
  } catch (error) {
    opened.zip.close()
    throw error
  }
}

async function listZip(path: string, opened: OpenedZip): Promise<Source> {
  const { zip } = opened
  const listed = await listEntries(zip, path)
  checkDirectory(path, opened, listed)
  const entries = listed.filter((e) => !e.fileName.endsWith('/'))
  for (const entry of entries) checkEntry(entry)
  const members = entries.map((entry) => ({
    path: entry.fileName,
    name: lastPart(entry.fileName),
    size: entry.uncompressedSize,
    stored: entry.compressedSize,
    pieces: () => entryPieces(opened, entry),
  }))
  checkMembers(path, members)
  return {
    path,
    members,
    folderDate: dateInName([...members.map((m) => m.path), basename(path)]),
    stored: members.reduce((sum, m) => sum + m.stored, 0),
    close: () => zip.close(),
  }
}

async function fromFolder(path: string): Promise<Source> {
  const found = await readdir(path, { recursive: true, withFileTypes: true })
  const files = found.filter((f) => f.isFile()).map((f) => join(f.parentPath, f.name))
  const members = await Promise.all(
    files.map(async (file) => {
      const { size } = await stat(file)
      return {
        path: file,
        name: lastPart(file),
        size,
        stored: size,
        pieces: () => filePieces(file),
      }
    }),
  )
  checkMembers(path, members)
  return {
    path,
    members,
    folderDate: dateInName([...members.map((m) => m.path.slice(path.length)), basename(path)]),
    stored: members.reduce((sum, m) => sum + m.stored, 0),
    close: () => undefined,
  }
}

async function looksLikeZip(path: string): Promise<boolean> {
  const file = await openFile(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return bytesRead === 4 && buffer[0] === 0x50 && buffer[1] === 0x4b
  } finally {
    await file.close()
  }
}

/** Opens a release: a zip (Zip64; stored, Deflate or Deflate64) or a folder with its files. Nothing is unpacked yet. */
export async function openSource(path: string): Promise<Source> {
  const info = await stat(path).catch((cause: unknown) => {
    throw new NotFoundError(
      `no such file or folder: ${path}`,
      {
        code: 'no-such-release-file',
        value: path,
        hint: 'give the path of the zip that EOIR publishes, or of a folder with its files',
      },
      { cause },
    )
  })
  if (info.isDirectory()) return fromFolder(path)
  if (!info.isFile()) throw badZip(path, 'it is neither a file nor a folder')
  if (!(await looksLikeZip(path))) throw badZip(path, 'it does not begin like a zip')
  return fromZip(path)
}
