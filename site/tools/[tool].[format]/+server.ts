import { NotFoundError } from '#errors'
import { explained } from '../../../src/web/explained.ts'
import { isTableFormat, tableDownload } from '../../../src/web/explorer/download.ts'
import { feedOf } from '../../../src/web/explorer/feed.ts'
import { drawnPictureOf, pictureOf } from '../../../src/web/explorer/picture.ts'
import { profileDownload } from '../../../src/web/profile/take.ts'
import { profiles, timeline, tools } from '../../index.ts'
import { findTool } from '../find.ts'
import type { RequestHandler } from './$types.js'

export const GET: RequestHandler = ({ locals, params, url }) =>
  explained(async () => {
    const { service, language, files } = locals
    const profile = profiles.find(({ id }) => id === params.tool)
    if (profile !== undefined && isTableFormat(params.format)) {
      return profileDownload({ service, profile, tools, events: timeline, url, language }, params.format, files)
    }
    const input = { service, tool: findTool(params.tool), events: timeline, url, language }
    const { format } = params
    if (isTableFormat(format)) return tableDownload(input, format, files)
    if (format === 'svg') return pictureOf(input)
    if (format === 'png') return drawnPictureOf(input, files)
    if (format === 'atom') return feedOf(input)
    throw new NotFoundError(`A tool is not given as ${format}.`, {
      code: 'unknown-format',
      value: format,
      allowed: 'csv, xlsx, json, parquet, svg, png, atom',
    })
  })
