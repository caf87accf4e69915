import { nearest, type Tool } from '#catalog'
import { NotFoundError } from '#errors'
import { tools } from '../index.ts'

/** The tool of an address; a NotFoundError names those there are. */
export function findTool(id: string): Tool {
  const found = tools.find((t) => t.id === id)
  if (found !== undefined) return found
  const ids = tools.map((t) => t.id)
  throw new NotFoundError(`There is no tool ${id}.`, {
    code: 'unknown-tool',
    value: id,
    allowed: ids.join(', '),
    nearest: nearest(id, ids),
  })
}
