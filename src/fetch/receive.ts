import { type FileHandle, open } from 'node:fs/promises'
import { brokeOff, cannotWrite } from './problems.ts'

export interface Receiving {
  readonly url: URL
  readonly pieces: AsyncIterable<Uint8Array>
  readonly path: string
  /** Where in the file the first piece belongs; 0 begins the file anew. */
  readonly from: number
  readonly total: number | null
  /** Whether what is written stays when the disk is full. */
  readonly kept: boolean
  readonly onBytes: (done: number) => void
}

async function writeAll(file: FileHandle, piece: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < piece.length; ) {
    const { bytesWritten } = await file.write(piece, done, piece.length - done, at + done)
    done += bytesWritten
  }
}

/** Puts what comes behind what is there, and holds it against the length stated. Returns the bytes of the file. */
export async function receive(receiving: Receiving): Promise<number> {
  const { url, pieces, path, total, onBytes } = receiving
  const writing = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (cause) {
      throw cannotWrite(path, cause, receiving.kept)
    }
  }
  const file = await writing(open(path, receiving.from === 0 ? 'w' : 'r+'))
  let at = receiving.from
  try {
    for await (const piece of pieces) {
      await writing(writeAll(file, piece, at))
      at += piece.length
      onBytes(at)
    }
    if (total !== null && at !== total) throw brokeOff(url, at, total)
    await writing(file.sync())
    return at
  } finally {
    await file.close()
  }
}
