import { formatDate } from '#render'
import { answered } from '../../src/web/answered.ts'
import type { PageServerLoad } from './$types.js'
import { held, records } from './collection.ts'
import { addressOf, facetIds, valueIn } from './filter.ts'
import { countFor, listFor } from './list.ts'
import { wordIn } from './names.ts'
import { dateOf, type LibraryRecord, sections } from './record.ts'
import { highlight } from './squash.ts'
import { inForce, standingOn } from './standing.ts'
import { libraryWords } from './words.ts'

export const load: PageServerLoad = ({ locals, url }) =>
  answered(() => {
    const { language } = locals
    const words = libraryWords(language)
    const { asked, records: found, facets } = listFor(url.searchParams)
    const told = (record: LibraryRecord) => ({
      id: record.id,
      title: highlight(record.title, asked.q),
      issuer: record.issuer,
      date: formatDate(dateOf(record), language),
      kind: wordIn(record.kind, language),
      standing: standingOn(record, asked.on),
      mark: record.verification.mark,
      isOpposing: record.view === 'opposing',
      summary: highlight(record.summary, asked.q),
    })
    const grouped = asked.q === ''
    const groups = grouped
      ? sections.map((section) => ({ section, records: found.filter((r) => r.section === section).map(told) }))
      : [{ section: undefined, records: found.map(told) }]
    const chips = facetIds.flatMap((facet) => {
      const value = asked.chosen[facet]
      if (value === undefined) return []
      const name = `${words.facets[facet]}: ${valueIn(facet, value, language, words)}`
      const { [facet]: _, ...rest } = asked.chosen
      return [
        {
          name,
          without: addressOf(asked, { [facet]: undefined }),
          left: found.length === 0 ? countFor({ ...asked, chosen: rest }) : 0,
        },
      ]
    })
    return {
      q: asked.q,
      on: asked.on,
      date: formatDate(asked.on, language),
      total: records.length,
      count: found.length,
      inForce: found.filter((r) => inForce(r, asked.on)).length,
      address: addressOf(asked),
      withoutWords: asked.q === '' ? undefined : addressOf(asked, { q: undefined }),
      chips,
      facets: facets.map(({ id, values }) => ({
        id,
        values: values
          .map((v) => ({ ...v, name: valueIn(id, v.value, language, words) }))
          .toSorted((a, b) => a.name.localeCompare(b.name, language)),
      })),
      sections: sections.map((section) => ({
        section,
        name: valueIn('section', section, language, words),
        count: facets.find((f) => f.id === 'section')?.values.find((v) => v.value === section)?.count ?? 0,
        isChosen: asked.chosen.section === section,
        href: addressOf(asked, { section }),
      })),
      groups: groups
        .filter((g) => g.records.length > 0)
        .map((g) => ({
          name: g.section === undefined ? undefined : valueIn('section', g.section, language, words),
          section: g.section,
          records: g.records,
        })),
      missing: held.flatMap((r) => r.held ?? []),
      isWhole: asked.q === '' && chips.length === 0,
    }
  })
