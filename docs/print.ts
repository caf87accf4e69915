import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { catalog } from '#definitions'
import { createProgram } from '../src/cli/main.ts'
import { createApi } from '../src/server/api.ts'
import { openDocket } from '../src/server/docket.ts'

const made = '<!-- Printed from the code by `npm run docs`; change the code, not this page. -->'

function firstParagraph(path: string): string {
  const text = readFileSync(join(import.meta.dirname, '..', path), 'utf8')
  return (
    text
      .split(/\n\s*\n/)
      .find((p) => p.trim() !== '' && !p.startsWith('#'))
      ?.replaceAll('\n', ' ') ?? ''
  )
}

function measures(): string {
  const parts = [...catalog.measures.values()].map((m) => {
    const { id, name, about, kind, unit } = m
    const rival = m.variantOf === undefined ? '' : `A rival definition of \`${m.variantOf}\`. `
    return `## \`${id}\` · ${name.en} · ${name.es}\n\n${about.en}\n\n*${about.es}*\n\n${firstParagraph(`definitions/measures/${id}/README.md`)}\n\n${rival}Kind: ${kind}, in ${unit}. [Whole definition](../definitions/measures/${id}/README.md)`
  })
  const dimensions = [...catalog.dimensions.values()].map(
    (d) => `| \`${d.id}\` | ${d.name.en} | ${d.name.es} | ${d.about.en} |`,
  )
  return `# Measures and dimensions\n\n${made}\n\n${parts.join('\n\n')}\n\n# Dimensions\n\n| Id | English | Spanish | What |\n|---|---|---|---|\n${dimensions.join('\n')}\n`
}

function tables(): string {
  const parts = [...catalog.tables.values()].map((t) => {
    const columns = t.columns.map(
      (c) => `| \`${c.name}\` | ${c.type} | ${c.counts === true ? 'yes' : ''} | ${c.about.replaceAll('|', '\\|')} |`,
    )
    return `## \`${t.id}\` · ${t.file}\n\n${t.about}\n\n| Column | Type | Counts rest on it | What |\n|---|---|---|---|\n${columns.join('\n')}`
  })
  return `# Tables of a release\n\n${made}\n\n${parts.join('\n\n')}\n`
}

function cli(): string {
  const nothing = {
    out: () => undefined,
    talk: () => undefined,
    terminal: false,
    dataDir: () => '.',
    open: () => openDocket({ dataDir: '.' }),
    exit: () => undefined,
    signal: new AbortController().signal,
  }
  const program = createProgram(nothing)
  const all = [program, ...program.commands.flatMap((c) => [c, ...c.commands])]
  const parts = all.map((command) => {
    let help = ''
    command
      .configureOutput({
        writeOut: (text) => {
          help += text
        },
      })
      .configureHelp({ helpWidth: 100 })
    command.outputHelp()
    const path =
      command.parent === null
        ? 'opendocket'
        : command.parent === program
          ? `opendocket ${command.name()}`
          : `opendocket ${command.parent.name()} ${command.name()}`
    return `## ${path}\n\n\`\`\`\n${help.trimEnd()}\n\`\`\``
  })
  const codes =
    '0 ok · 1 failure · 2 usage · 3 data failed checks · 4 mismatch · 5 not found · 69 not installed · 75 try again · 130 interrupted'
  return `# Command line\n\n${made}\n\nIn a clone: \`./bin/opendocket …\`. Data goes to stdout, talk to stderr. Exit codes: ${codes}.\n\n${parts.join('\n\n')}\n`
}

const described = z.object({
  paths: z.record(
    z.string(),
    z.object({
      get: z.object({
        summary: z.string().optional(),
        description: z.string().optional(),
        parameters: z
          .array(
            z.object({
              name: z.string(),
              in: z.string(),
              required: z.boolean().optional(),
              description: z.string().optional(),
            }),
          )
          .default([]),
      }),
    }),
  ),
})

async function api(): Promise<string> {
  const response = await createApi(openDocket({ dataDir: '.' })).request('/api/v1/openapi.json')
  const document = described.parse(await response.json())
  const parts = Object.entries(document.paths).map(([path, { get }]) => {
    const parameters = get.parameters.map(
      (p) =>
        `- \`${p.name}\` (${p.in}${p.required === true ? ', required' : ''})${p.description === undefined ? '' : `: ${p.description}`}`,
    )
    return `## GET ${path}\n\n${[get.summary, get.description].filter((t) => t !== undefined).join('. ')}.\n\n${parameters.join('\n')}`.trimEnd()
  })
  return `# API\n\n${made}\n\nErrors are RFC 9457 problem details: what was wrong, what is allowed, the nearest match. Every answer has an ETag; GET is open to other origins. The whole description: \`/api/v1/openapi.json\`.\n\n${parts.join('\n\n')}\n`
}

/** The pages that are printed from the code, by file name. */
export async function printedPages(): Promise<Record<string, string>> {
  return { 'measures.md': measures(), 'tables.md': tables(), 'cli.md': cli(), 'api.md': await api() }
}

if (import.meta.main) {
  for (const [file, text] of Object.entries(await printedPages())) writeFileSync(join(import.meta.dirname, file), text)
}
