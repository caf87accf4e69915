/** The part of Markdown that our READMEs use, as data. Nothing in it can become markup of its own. */
export type Inline =
  | { readonly kind: 'text' | 'code' | 'strong' | 'emphasis'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly content: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'table'
      readonly head: readonly (readonly Inline[])[]
      readonly rows: readonly (readonly (readonly Inline[])[])[]
    }

const inlinePattern =
  /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)\s]+)\)|<(https?:\/\/[^>\s]+)>|(?<![\w*])\*([^*\s](?:[^*]*[^*\s])?)\*(?!\w)/g

function unwrapped(text: string): string {
  return text.replaceAll('`', '')
}

/** Reads what stands within a line. */
export function parseInline(text: string): readonly Inline[] {
  const parts: Inline[] = []
  let at = 0
  for (const match of text.matchAll(inlinePattern)) {
    if (match.index > at) parts.push({ kind: 'text', text: text.slice(at, match.index) })
    const [whole, code, strong, label, href, bare, emphasis] = match
    if (code !== undefined) parts.push({ kind: 'code', text: code })
    else if (strong !== undefined) parts.push({ kind: 'strong', text: unwrapped(strong) })
    else if (label !== undefined && href !== undefined) parts.push({ kind: 'link', text: unwrapped(label), href })
    else if (bare !== undefined) parts.push({ kind: 'link', text: bare, href: bare })
    else parts.push({ kind: 'emphasis', text: emphasis ?? whole })
    at = match.index + whole.length
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) })
  return parts
}

const isBlank = (line: string) => line.trim() === ''
const listItem = /^\s*(?:[-*]|(\d+)\.)\s+(.*)$/
const isTable = (line: string) => line.trimStart().startsWith('|')
const isFence = (line: string) => line.startsWith('```')
const isHeading = (line: string) => /^#{1,6} /.test(line)

function cellsOf(line: string): readonly (readonly Inline[])[] {
  return line
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => parseInline(cell.trim().replaceAll('\\|', '|')))
}

/** Takes lines from the front while they belong together. */
function take(lines: string[], belongs: (line: string) => boolean): string[] {
  let count = 0
  while (count < lines.length && belongs(lines[count] ?? '')) count++
  return lines.splice(0, count)
}

function takeList(lines: string[]): Block {
  const ordered = /^\s*\d/.test(lines[0] ?? '')
  const items: string[] = []
  for (const line of take(lines, (l) => !isBlank(l) && !isHeading(l) && !isFence(l) && !isTable(l))) {
    const item = listItem.exec(line)?.[2]
    if (item !== undefined) items.push(item)
    else items.push(`${items.pop() ?? ''} ${line.trim()}`)
  }
  return { kind: 'list', ordered, items: items.map(parseInline) }
}

function takeTable(lines: string[]): Block {
  const [head = '', , ...rows] = take(lines, isTable)
  return { kind: 'table', head: cellsOf(head), rows: rows.map(cellsOf) }
}

function takeBlock(lines: string[]): Block {
  const first = lines[0] ?? ''
  const heading = /^(#{1,6}) (.*)$/.exec(first)
  if (heading !== null) {
    lines.shift()
    return { kind: 'heading', level: heading[1]?.length ?? 1, content: parseInline(heading[2] ?? '') }
  }
  if (isFence(first)) {
    lines.shift()
    const text = take(lines, (l) => !isFence(l)).join('\n')
    lines.shift()
    return { kind: 'code', text }
  }
  if (isTable(first)) return takeTable(lines)
  if (listItem.test(first)) return takeList(lines)
  const paragraph = take(lines, (l) => !isBlank(l) && !isHeading(l) && !isFence(l) && !isTable(l) && !listItem.test(l))
  return { kind: 'paragraph', content: parseInline(paragraph.map((l) => l.trim()).join(' ')) }
}

/** Reads a README. */
export function parseMarkdown(text: string): readonly Block[] {
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  const blocks: Block[] = []
  while (lines.length > 0) {
    if (isBlank(lines[0] ?? '')) lines.shift()
    else blocks.push(takeBlock(lines))
  }
  return blocks
}
