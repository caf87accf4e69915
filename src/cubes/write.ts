import { createHash } from 'node:crypto'
import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'

/** Files of a build with their checksums, by path. */
export type BuiltFiles = Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>

type Bytes = Uint8Array | Uint16Array

/** Writes the files of a cube and keeps account of them. */
export class CubeFolder {
  readonly files: Record<string, BuiltFiles[string]> = {}
  readonly #folder: string
  readonly #name: string

  /** `name` is the path of the folder in the build. */
  static async make(folder: string, name: string): Promise<CubeFolder> {
    await mkdir(folder, { recursive: true })
    return new CubeFolder(folder, name)
  }

  private constructor(folder: string, name: string) {
    this.#folder = folder
    this.#name = name
  }

  async write(name: string, ...pieces: readonly Bytes[]): Promise<void> {
    const hash = createHash('sha256')
    const file = await open(join(this.#folder, name), 'w')
    let bytes = 0
    try {
      for (const piece of pieces) {
        const data = new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength)
        hash.update(data)
        await file.writeFile(data)
        bytes += data.length
      }
    } finally {
      await file.close()
    }
    this.files[`${this.#name}/${name}`] = { bytes, sha256: hash.digest('hex') }
  }
}
