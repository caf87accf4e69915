import { readFileSync, rmSync } from 'node:fs'
import { link, open, readFile, rename, rm } from 'node:fs/promises'
import { TryAgainError } from '#errors'

/** When a process began, in words that no other process of this machine has; '' where the system does not say. */
function birthOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return `${boot}/${ticks}`
  } catch {
    return ''
  }
}

function isThere(pid: number): boolean {
  // 0 and less would ask for whole groups of processes.
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Whether the holder of a lock still works: the very process that took it, not a later one under its number. */
function holds(pid: number, birth: string): boolean {
  if (pid === process.pid || !isThere(pid)) return false
  const now = birthOf(pid)
  return birth === '' || now === '' || birth === now
}

async function take(path: string): Promise<() => void> {
  const mine = `${process.pid} ${new Date().toISOString()} ${birthOf(process.pid)}\n`
  const file = await open(path, 'wx')
  try {
    await file.writeFile(mine)
  } catch (error) {
    // A lock that names nobody, on a full disk, would be in everyone's way.
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
  return () => {
    if (readFileSync(path, 'utf8') === mine) rmSync(path)
  }
}

/** Takes away a lock whose holder is gone; one that was taken anew in that moment is put back. */
async function takeAway(path: string, stale: string): Promise<void> {
  const aside = `${path}.${process.pid}.stale`
  await rename(path, aside).catch(() => undefined)
  const found = await readFile(aside, 'utf8').catch(() => stale)
  if (found !== stale) await link(aside, path).catch(() => undefined)
  await rm(aside, { force: true })
}

/** Takes the one writer's lock of a data directory; a lock whose holder is gone is taken over. */
export async function takeLock(path: string): Promise<() => void> {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      return await take(path)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    const text = await readFile(path, 'utf8').catch(() => '')
    const [pid = '', since = '', birth = ''] = text.trim().split(' ')
    if (holds(Number(pid), birth)) {
      throw new TryAgainError(`another ingest is running: process ${pid}, since ${since}`, {
        code: 'locked',
        value: path,
        hint: 'wait until it ends; the published release stays in use meanwhile',
      })
    }
    await takeAway(path, text)
  }
  throw new TryAgainError('another ingest has just started', {
    code: 'locked',
    value: path,
    hint: 'try again in a moment',
  })
}
