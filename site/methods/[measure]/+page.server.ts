import { nearest } from '#catalog'
import { NotFoundError } from '#errors'
import { partnersOf } from '../../../src/query/pair.ts'
import { answered } from '../../../src/web/answered.ts'
import { parseMarkdown } from '../../../src/web/markdown/parse.ts'
import type { PageServerLoad } from './$types.js'

const readmes = import.meta.glob<string>('../../../definitions/measures/*/README.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})

function readmeOf(id: string): string {
  return readmes[`../../../definitions/measures/${id}/README.md`] ?? ''
}

export const load: PageServerLoad = ({ locals, params }) =>
  answered(() => {
    const { measures } = locals.service.catalog
    const { language } = locals
    const m = measures.get(params.measure)
    if (m === undefined) {
      throw new NotFoundError(`There is no measure ${params.measure}.`, {
        code: 'unknown-measure',
        value: params.measure,
        allowed: [...measures.keys()].join(', '),
        nearest: nearest(params.measure, measures.keys()),
      })
    }
    const named = (id: string) => ({ id, name: measures.get(id)?.name[language] ?? id })
    const [, ...blocks] = parseMarkdown(readmeOf(m.id))
    return {
      id: m.id,
      kind: m.kind,
      name: m.name[language],
      about: m.about[language],
      isEstimate: m.estimate === true,
      of: m.kind === 'rate' || m.kind === 'flow_to_date' ? named(m.of) : undefined,
      per: m.kind === 'rate' ? named(m.per) : undefined,
      fact: 'fact' in m ? m.fact : undefined,
      where: 'where' in m ? m.where : undefined,
      seeAlso: (m.seeAlso ?? []).filter((id) => measures.has(id)).map(named),
      hasPartners: partnersOf(m.id, locals.service.catalog).length > 0,
      known: [...measures.keys()],
      blocks,
    }
  })
