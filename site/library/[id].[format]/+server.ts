import { NotFoundError } from '#errors'
import { explained } from '../../../src/web/explained.ts'
import { readDate, today } from '../../../src/web/reader-date.ts'
import { bibtex, csl, ris } from '../cite.ts'
import { recordOf, relatedTo } from '../collection.ts'
import { told } from '../list.ts'
import type { LibraryRecord } from '../record.ts'
import type { RequestHandler } from './$types.js'

const formats: Readonly<Record<string, readonly [string, (record: LibraryRecord, on: string) => string]>> = {
  json: [
    'application/json',
    (record, on) => `${JSON.stringify({ ...told(record, on), related: relatedTo(record) }, null, 2)}\n`,
  ],
  bib: ['application/x-bibtex; charset=utf-8', bibtex],
  ris: ['application/x-research-info-systems; charset=utf-8', ris],
  'csl.json': ['application/vnd.citationstyles.csl+json', (record) => `${JSON.stringify([csl(record)], null, 2)}\n`],
}

export const GET: RequestHandler = ({ params, url }) =>
  explained(async () => {
    const record = recordOf(params.id)
    const known = Object.hasOwn(formats, params.format) ? formats[params.format] : undefined
    if (known === undefined)
      throw new NotFoundError(`A record is not given as ${params.format}.`, {
        code: 'unknown-format',
        value: params.format,
        allowed: Object.keys(formats).join(', '),
      })
    const [type, print] = known
    return new Response(print(record, readDate(url.searchParams.get('on')) ?? today()), {
      headers: {
        'content-type': type,
        ...(params.format !== 'json' && {
          'content-disposition': `attachment; filename="${record.id}.${params.format}"`,
        }),
      },
    })
  })
