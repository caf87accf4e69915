import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import envPaths from 'env-paths'

/** Where a person's files lie: --data, else OPENDOCKET_DATA, else the XDG data directory. */
export function dataDirectory(option: string | undefined, env: NodeJS.ProcessEnv = process.env): string {
  const given = option ?? env['OPENDOCKET_DATA']
  if (given !== undefined && given !== '') return resolve(given.replace(/^~(?=\/|$)/, homedir()))
  return envPaths('opendocket', { suffix: '' }).data
}

/** The root of the repository or of the installed package. */
export const packageRoot = join(import.meta.dirname, '..', '..')
