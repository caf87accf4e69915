import { readFileSync } from 'node:fs'
import type { ReportDocument } from '../document.ts'
import { reportWordsIn } from '../words/index.ts'
import { articleHtml, sentenceHtml } from './article.ts'
import { escapeHtml as e } from './escape.ts'

function style(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
}

/** The report as one file that needs nothing else: to mail, to keep, to print. */
export function toHtml(document: ReportDocument): string {
  const words = reportWordsIn(document.language)
  const { release } = document
  const synthetic = release.synthetic ? ` · <b class="syn">${e(words.synthetic)}</b>` : ''
  return `<!doctype html>
<html lang="${document.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${e(document.title.text)} · opendocket</title>
<style>
${style('./file.css')}
${style('./report.css')}
</style>
</head>
<body>
<main class="report">
<p class="kicker">${e(document.kicker)}</p>
<h1>${sentenceHtml(document.title, document)}</h1>
<p class="quiet">${e(words.release)} ${e(release.id)}${synthetic}</p>
${articleHtml(document, 'file')}
</main>
</body>
</html>
`
}
