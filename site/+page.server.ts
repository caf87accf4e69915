import { numberIn } from '../src/query/result.ts'
import { explorerPage } from '../src/web/explorer/page.ts'
import { problemOf } from '../src/web/problem.ts'
import type { PageServerLoad } from './$types.js'
import { profiles, timeline, tools } from './index.ts'
import { pdClosures } from './tools/pd_closures/pd_closures.ts'

/** The headline: the first tool's own answer and figure, and what is pending now. */
async function headline(service: App.Locals['service'], url: URL, language: App.Locals['language']) {
  try {
    const address = new URL('/tools/pd_closures', url)
    const [explorer, pending] = await Promise.all([
      explorerPage({ service, tool: pdClosures, events: timeline, url: address, language }),
      service.run('measures=pending&totals=1', language),
    ])
    const leaders = explorer.panes[0]?.rows.slice(0, 3).map((row) => ({
      name: row.label,
      count: row.cells[0]?.text ?? '',
    }))
    return {
      answer: explorer.answer,
      receipts: [explorer.answerReceipts, explorer.panes[0]?.receipt ?? '', pending.receipt].join(' '),
      figureReceipts: explorer.figureReceipts,
      figure: explorer.figure,
      leaders: leaders ?? [],
      pending: numberIn(pending.totals, 'pending') ?? numberIn(pending.rows[0], 'pending'),
      asOf: pending.origin.release.as_of,
    }
  } catch (error) {
    if (problemOf(error)?.explanation.code !== 'no-release') throw error
    return undefined
  }
}

export const load: PageServerLoad = async ({ locals, url }) => ({
  tools: [...tools, ...profiles].map(({ id, title, question }) => ({
    id,
    title: title[locals.language],
    about: question[locals.language],
  })),
  headline: await headline(locals.service, url, locals.language),
})
