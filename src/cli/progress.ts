import { styleText } from 'node:util'
import type { IngestEvent } from '#ingest'
import type { Context } from './context.ts'

const width = 24

function size(bytes: number): string {
  return bytes < 1e6
    ? `${Math.round(bytes / 1e3)} kB`
    : bytes < 1e9
      ? `${(bytes / 1e6).toFixed(1)} MB`
      : `${(bytes / 1e9).toFixed(2)} GB`
}

function time(seconds: number): string {
  if (!Number.isFinite(seconds)) return '–'
  return seconds < 60 ? `${Math.ceil(seconds)} s` : `${Math.floor(seconds / 60)} min ${Math.ceil(seconds % 60)} s`
}

/** One line that is drawn over itself on a terminal, and nothing elsewhere. */
export class ProgressLine {
  readonly #context: Context
  readonly #began = performance.now()
  #drawn = 0

  constructor(context: Context) {
    this.#context = context
  }

  /** `rows` is left out where rows are not what is done. */
  draw(done: number, total: number, label: string, rows?: number): void {
    const now = performance.now()
    if (!this.#context.terminal || (now - this.#drawn < 100 && done < total)) return
    this.#drawn = now
    const seconds = (now - this.#began) / 1000
    const share = total === 0 ? 1 : Math.min(1, done / total)
    const bar = '█'.repeat(Math.round(share * width)).padEnd(width, '░')
    const parts = [`${bar} ${String(Math.floor(share * 100)).padStart(3)} %`, label]
    if (rows !== undefined)
      parts.push(`${rows.toLocaleString('en')} rows`, `${Math.round(rows / seconds).toLocaleString('en')} rows/s`)
    parts.push(`${time((seconds / share) * (1 - share))} left`)
    process.stderr.write(`\r\x1b[2K${parts.join(' · ')}`)
  }

  clear(): void {
    if (this.#context.terminal && this.#drawn > 0) process.stderr.write('\r\x1b[2K')
  }
}

const titles: Partial<Record<IngestEvent['stage'], string>> = {
  open: 'Opening',
  hash: 'Taking the checksum of',
  read: 'Reading',
  check: 'Checking',
  facts: 'Building facts:',
  publish: 'Publishing',
  compare: 'Comparing releases',
  again: 'This release has what a later one lacks; to carry it over, ingest again:',
}

/** Tells a person how an ingest goes: a bar on a terminal, a line for each stage elsewhere. */
export function ingestTalk(context: Context): (event: IngestEvent) => void {
  const line = new ProgressLine(context)
  let reading = false
  return (event) => {
    if (event.stage === 'progress') {
      line.draw(event.done, event.total, `${size(event.done)} of ${size(event.total)}`, event.rows)
      return
    }
    if (event.stage === 'read') {
      if (!reading) context.talk('Reading the tables')
      reading = true
      return
    }
    line.clear()
    if (event.stage === 'published') {
      if (!event.whole) context.talk(`First numbers of ${event.about} are published; the rest is being read`)
      return
    }
    context.talk(`${styleText('bold', titles[event.stage] ?? event.stage, { stream: process.stderr })} ${event.about}`)
  }
}
