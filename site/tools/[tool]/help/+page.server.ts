import { answered } from '../../../../src/web/answered.ts'
import { choicesOf, variantsOf } from '../../../../src/web/explorer/choices.ts'
import { parseMarkdown } from '../../../../src/web/markdown/parse.ts'
import { findTool } from '../../find.ts'
import type { PageServerLoad } from './$types.js'

const texts = import.meta.glob<string>('../../*/help.*.md', { query: '?raw', import: 'default', eager: true })

export const load: PageServerLoad = ({ locals, params }) =>
  answered(() => {
    const { service, language } = locals
    const { catalog } = service
    const tool = findTool(params.tool)
    const measures = tool.measures.flatMap(({ id }) => [id, ...variantsOf(catalog, id)])
    return {
      id: tool.id,
      title: tool.title[language],
      question: tool.question[language],
      blocks: parseMarkdown(texts[`../../${tool.id}/help.${language}.md`] ?? ''),
      measures: measures.map((id) => ({
        id,
        name: catalog.measures.get(id)?.name[language] ?? id,
        about: catalog.measures.get(id)?.about[language] ?? '',
      })),
      dimensions: choicesOf(tool, catalog, tool.measures[0]?.id ?? '').map((id) => ({
        id,
        name: catalog.dimensions.get(id)?.name[language] ?? id,
        about: catalog.dimensions.get(id)?.about[language] ?? '',
      })),
    }
  })
