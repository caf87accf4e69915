import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, statfsSync, truncateSync, writeFileSync } from 'node:fs'

/** Disks that a test can fill, freeze, break and cut the power of. They are real ones, so they need Linux and root. */

function run(program: string, ...args: readonly string[]): void {
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
}

/** Whether this machine lets us mount. */
export function canMount(folder: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    mountMemory(folder, 1).unmount()
    mountImage(folder, `${folder}.img`, 16).unmount()
    return true
  } catch {
    return false
  }
}

export interface MemoryDisk {
  /** Makes the disk so large that so many bytes are free beside what it holds. */
  leave(bytes: number): void
  unmount(): void
}

/** A disk in memory. */
export function mountMemory(folder: string, megabytes: number): MemoryDisk {
  mkdirSync(folder, { recursive: true })
  run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)
  return {
    leave: (bytes) => {
      const { blocks, bfree, bsize } = statfsSync(folder)
      run('mount', '-o', `remount,size=${(blocks - bfree) * bsize + bytes}`, folder)
    },
    unmount: () => run('umount', folder),
  }
}

export interface ImageDisk {
  /** Every write waits until `thaw`. */
  freeze(): void
  thaw(): void
  /** What a power cut would leave: the image as it is now, without what was not flushed yet. */
  copyTo(image: string): void
  unmount(): void
}

function mounted(folder: string, image: string): ImageDisk {
  mkdirSync(folder, { recursive: true })
  run('mount', '-o', 'loop,errors=continue', image, folder)
  return {
    freeze: () => run('fsfreeze', '-f', folder),
    thaw: () => run('fsfreeze', '-u', folder),
    copyTo: (copy) => copyFileSync(image, copy),
    unmount: () => run('umount', '-l', folder),
  }
}

/** A new ext4 in a file. */
export function mountImage(folder: string, image: string, megabytes: number): ImageDisk {
  writeFileSync(image, '')
  truncateSync(image, megabytes * 2 ** 20)
  run('mkfs.ext4', '-q', '-F', '-E', 'lazy_itable_init=0,lazy_journal_init=0', image)
  return mounted(folder, image)
}

/** The ext4 in a file, as after a power cut: its journal is played back. */
export function mountCopy(folder: string, image: string): ImageDisk {
  return mounted(folder, image)
}
