import { readFileSync, rmSync } from 'node:fs'
import { open, readFile, rm } from 'node:fs/promises'
import { TryAgainError } from '#errors'

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Takes the one writer's lock of a data directory; a lock whose holder is gone is taken over. */
export async function takeLock(path: string): Promise<() => void> {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const file = await open(path, 'wx')
      await file.writeFile(`${process.pid} ${new Date().toISOString()}\n`)
      await file.close()
      return () => {
        if (readFileSync(path, 'utf8').startsWith(`${process.pid} `)) rmSync(path)
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    const [pid = '', since = ''] = (await readFile(path, 'utf8').catch(() => '')).trim().split(' ')
    if (alive(Number(pid)) && Number(pid) !== process.pid) {
      throw new TryAgainError(`another ingest is running: process ${pid}, since ${since}`, {
        code: 'locked',
        value: path,
        hint: 'wait until it ends; the published release stays in use meanwhile',
      })
    }
    await rm(path, { force: true })
  }
  throw new TryAgainError('another ingest has just started', {
    code: 'locked',
    value: path,
    hint: 'try again in a moment',
  })
}
