import type { QueryService } from '../query/service.ts'
import type { Files } from './files.ts'

interface Wiring {
  readonly service: QueryService
  readonly api: App.Locals['api']
  readonly files: Files | undefined
}

const serviceKey = Symbol.for('opendocket.service')
const apiKey = Symbol.for('opendocket.api')
const filesKey = Symbol.for('opendocket.files')

function isService(value: unknown): value is QueryService {
  return typeof value === 'object' && value !== null && 'run' in value && typeof value.run === 'function'
}

function isApi(value: unknown): value is NonNullable<App.Locals['api']> {
  return typeof value === 'object' && value !== null && 'fetch' in value && typeof value.fetch === 'function'
}

function isFiles(value: unknown): value is Files {
  return typeof value === 'object' && value !== null && 'xlsx' in value && typeof value.xlsx === 'function'
}

/** What the server hung up for the site before it loaded the build: the site itself opens no data. */
export function wiring(): Wiring {
  const service: unknown = Reflect.get(globalThis, serviceKey)
  const api: unknown = Reflect.get(globalThis, apiKey)
  if (!isService(service)) throw new Error('No query service: start the site with `opendocket serve`.')
  const files: unknown = Reflect.get(globalThis, filesKey)
  return { service, api: isApi(api) ? api : undefined, files: isFiles(files) ? files : undefined }
}
