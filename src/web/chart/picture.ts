import { type EventsView, noEvents } from '../explorer/events.ts'
import type { FigureView } from '../explorer/figure.ts'
import type { Dots, TileMap } from '../explorer/ranked.ts'
import { plotHeight, plotTop } from './axis.ts'
import type { Plot } from './plot.ts'
import { mapSize } from './project.ts'

/** What stands on a picture besides the figure. */
export interface PictureText {
  readonly source: string
  readonly receipt: string
  /** What is said in place of a drawing of nothing. */
  readonly empty?: string | undefined
}

const width = 860
const left = 64
const ink = '#1d1c1a'
const soft = '#5d5a53'
const hair = '#ebe8e0'
/** One hue for the subject; the others differ in lightness and in dash. */
const strokes = ['#0b5a7a', '#a8480f', '#1d6b5a', '#5d5a53'] as const
const dashes = ['', '7 3', '2 3', '9 3 2 3'] as const
const shades = ['#f3f1ea', '#d9e8ee', '#a9cbd9', '#6fa9bf', '#337d9b', '#0b5a7a'] as const

function e(text: string): string {
  return text.replaceAll(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)
}

function label(x: number, y: number, content: string, more = ''): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${e(content)}</text>`
}

interface Frame {
  readonly x: number
  readonly width: number
  readonly dy: number
  readonly density: 1 | 2 | 3
}

function bars(plot: Plot, at: (percent: number) => number, frame: Frame): string {
  const [series] = plot.series
  const scale = frame.width / 100
  return (series?.marks ?? [])
    .map((m) => {
      const pale = m.provisional ? ` fill-opacity=".4" stroke="${strokes[0]}" stroke-dasharray="3 2"` : ''
      const rect = `<rect x="${at(m.x).toFixed(1)}" y="${(m.y + frame.dy).toFixed(1)}" width="${(m.width * scale).toFixed(1)}" height="${m.height.toFixed(1)}" fill="${strokes[0]}"${pale}/>`
      const shown = m.label !== undefined && m.label.density <= frame.density
      return (
        rect +
        (shown ? label(at(m.middle), m.y + frame.dy - 6, m.label.text, 'text-anchor="middle" font-weight="600"') : '')
      )
    })
    .join('')
}

function lines(plot: Plot, frame: Frame): string {
  const inner = plot.series
    .map(({ path, late }, i) => {
      const stroke = strokes[i % strokes.length]
      const dash = dashes[i % dashes.length]
      const common = `fill="none" stroke="${stroke}" stroke-width="2" vector-effect="non-scaling-stroke"`
      return `<path d="${path}" ${common} stroke-dasharray="${dash}"/><path d="${late}" ${common} stroke-dasharray="2 3" opacity=".6"/>`
    })
    .join('')
  const y = plotTop + frame.dy
  return `<svg x="${frame.x}" y="${y}" width="${frame.width}" height="${plotHeight}" viewBox="0 0 1000 ${plotHeight}" preserveAspectRatio="none" overflow="visible">${inner}</svg>`
}

function names(plot: Plot, frame: Frame): string {
  if (plot.series.length < 2) return ''
  return plot.series
    .map((s, i) =>
      label(
        frame.x + frame.width + 8,
        s.nameY + frame.dy + 4,
        s.name.length > 27 ? `${s.name.slice(0, 26)}…` : s.name,
        `fill="${strokes[i % strokes.length]}" font-weight="600"`,
      ),
    )
    .join('')
}

function plotPicture(plot: Plot, isBars: boolean, events: EventsView, frame: Frame): string {
  const at = (percent: number) => frame.x + (percent / 100) * frame.width
  const bottom = plotTop + plotHeight + frame.dy
  const grid = plot.grid.map(
    (g) =>
      `<line x1="${frame.x}" x2="${frame.x + frame.width}" y1="${g.y + frame.dy}" y2="${g.y + frame.dy}" stroke="${hair}"/>${label(frame.x - 8, g.y + frame.dy + 4, g.text, `text-anchor="end" fill="${soft}"`)}`,
  )
  const gaps = plot.gaps.map(
    (g) =>
      `<rect x="${at(g.x).toFixed(1)}" y="${plotTop + frame.dy}" width="${((g.width / 100) * frame.width).toFixed(1)}" height="${plotHeight}" fill="${hair}"/>`,
  )
  const ticks = plot.ticks
    .filter((t) => t.density <= frame.density)
    .map((t) => label(at(t.at), bottom + 20, t.label, `text-anchor="middle" fill="${soft}"`))
  const marks = events.marks.map(
    (m) =>
      `<line x1="${at(m.at).toFixed(1)}" x2="${at(m.at).toFixed(1)}" y1="${plotTop - 18 + frame.dy}" y2="${bottom}" stroke="#8b877d" stroke-dasharray="2 3"/>${label(at(m.at), 16 + frame.dy, m.label, 'text-anchor="middle" font-weight="600"')}`,
  )
  const axis = `<line x1="${frame.x}" x2="${frame.x + frame.width}" y1="${bottom}" y2="${bottom}" stroke="${ink}"/>`
  const drawing = isBars ? bars(plot, at, frame) : lines(plot, frame)
  return [...gaps, ...grid, ...marks, drawing, axis, ...ticks, names(plot, frame)].join('')
}

interface Part {
  readonly body: string
  readonly height: number
}

function plots(figure: FigureView, top: number): Part {
  const [first] = figure.plots
  const rowHeight = plotTop + plotHeight + 40
  if (figure.drawn !== 'multiples' && first !== undefined) {
    const room = first.plot.series.length > 1 ? 190 : 12
    const frame: Frame = { x: left, width: width - left - room, dy: top, density: 3 }
    return { body: plotPicture(first.plot, figure.drawn === 'bars', figure.events, frame), height: rowHeight }
  }
  const each = (width - 20) / 3
  const body = figure.plots.map(({ plot }, i) => {
    const [column, row] = [i % 3, Math.floor(i / 3)]
    const frame: Frame = { x: column * each + 50, width: each - 70, dy: top + row * (rowHeight + 16), density: 1 }
    const name = label(frame.x, frame.dy + 24, plot.series[0]?.name ?? '', 'font-weight="600"')
    return name + plotPicture(plot, false, noEvents, frame)
  })
  return { body: body.join(''), height: Math.ceil(figure.plots.length / 3) * (rowHeight + 16) }
}

function dotsPicture(dots: Dots, top: number): Part {
  const [from, until] = [230, width - 150]
  const at = (percent: number) => from + (percent / 100) * (until - from)
  const rows = dots.rows.map((row, i) => {
    const y = top + 20 + i * 24
    const whisker =
      row.low === undefined || row.high === undefined
        ? ''
        : `<line x1="${at(row.low).toFixed(1)}" x2="${at(row.high).toFixed(1)}" y1="${y}" y2="${y}" stroke="${strokes[0]}" stroke-width="2"/>`
    const dot =
      row.at === undefined
        ? ''
        : !dots.isRate
          ? `<rect x="${from}" y="${y - 7}" width="${(at(row.at) - from).toFixed(1)}" height="14" fill="${strokes[0]}"/>`
          : `<circle cx="${at(row.at).toFixed(1)}" cy="${y}" r="5" fill="${row.hollow ? '#fff' : strokes[0]}" stroke="${strokes[0]}" stroke-width="2"/>`
    const number = row.base === undefined ? row.text : `${row.text} (n = ${row.base})`
    return `${label(from - 12, y + 4, row.name, 'text-anchor="end"')}${whisker}${dot}${label(until + 12, y + 4, number)}`
  })
  const height = 40 + dots.rows.length * 24
  const ticks = dots.ticks.map(
    (t) =>
      `<line x1="${at(t.at)}" x2="${at(t.at)}" y1="${top + 6}" y2="${top + height - 24}" stroke="${hair}"/>${label(at(t.at), top + height - 8, t.text, `text-anchor="middle" fill="${soft}"`)}`,
  )
  return { body: [...ticks, ...rows].join(''), height: height + 6 }
}

function mapPicture(map: TileMap, top: number): Part {
  const size = 46
  const body = map.tiles.map((t) => {
    const [x, y] = [left + t.column * (size + 4), top + t.row * (size + 4)]
    const light = t.class >= 4
    return `<g><title>${e(`${t.name}: ${t.text}`)}</title><rect x="${x}" y="${y}" width="${size}" height="${size}" fill="${shades[t.class] ?? shades[0]}" stroke="#8b877d"/>${label(x + size / 2, y + size / 2 + 4, t.code, `text-anchor="middle" fill="${light ? '#fff' : ink}"`)}</g>`
  })
  const legend = map.classes.map((c, i) => {
    const x = left + i * 150
    const y = top + 9 * (size + 4) + 8
    return `<rect x="${x}" y="${y}" width="14" height="14" fill="${shades[c.class] ?? ''}" stroke="#8b877d"/>${label(x + 20, y + 12, c.text)}`
  })
  return { body: [...body, ...legend].join(''), height: 9 * (size + 4) + 34 }
}

function spotsPicture({ map, outline }: NonNullable<FigureView['spots']>, top: number): Part {
  const drawn = (width - 2 * left) / mapSize.width
  const spots = map.spots.map(
    (s) =>
      `<g><title>${e(`${s.name}: ${s.text}`)}</title><circle cx="${s.x}" cy="${s.y}" r="${s.r}" fill="${s.hollow ? '#fff' : strokes[0]}" fill-opacity="0.6" stroke="${s.hollow ? strokes[0] : '#fff'}"/></g>`,
  )
  const names = map.names.map((n) => label(n.x, n.y, n.text, `text-anchor="${n.anchor}" font-size="16"`))
  const body = `<g transform="translate(${left} ${top + 26}) scale(${drawn.toFixed(4)})"><path d="${outline}" fill="none" stroke="#8b877d"/>${spots.join('')}${names.join('')}</g>`
  return { body: label(16, top + 12, map.title, 'font-weight="600"') + body, height: mapSize.height * drawn + 46 }
}

/** A map of states, and below it what stands where. */
function mapsPicture(map: TileMap, spots: FigureView['spots'], top: number): Part {
  const first = mapPicture(map, top)
  if (spots === undefined) return first
  const second = spotsPicture(spots, top + first.height + 10)
  return { body: first.body + second.body, height: first.height + 10 + second.height }
}

/** Breaks a text into lines that fit. */
function wrapped(text: string, most: number): readonly string[] {
  const out: string[] = []
  for (const word of text.split(' ')) {
    const last = out.at(-1)
    if (last !== undefined && last.length + word.length + 1 <= most) out[out.length - 1] = `${last} ${word}`
    else out.push(word)
  }
  return out
}

function saidPicture(text: string, top: number): Part {
  const said = wrapped(text, 110)
  return { body: said.map((line, i) => label(16, top + 24 + i * 18, line)).join(''), height: 36 + said.length * 18 }
}

/** The figure as a picture that stands alone: title, drawing, events, source line and receipt. Colours are those of paper. */
export function picture(figure: FigureView, text: PictureText, language: string): string {
  const heading = wrapped(`${figure.title} · ${figure.subtitle}`, 96)
  const top = 24 + heading.length * 20
  const part =
    text.empty !== undefined
      ? saidPicture(text.empty, top)
      : figure.map !== undefined
        ? mapsPicture(figure.map, figure.spots, top)
        : figure.dots !== undefined
          ? dotsPicture(figure.dots, top)
          : plots(figure, top)
  const events =
    figure.drawn === 'multiples' || text.empty !== undefined
      ? []
      : figure.events.list.flatMap((one) => wrapped(`${one.number}  ${one.text}, ${one.when}`, 120))
  const from = top + part.height + 8
  const foot = from + events.length * 17 + 14
  const height = foot + 26
  return `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${language}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="'Public Sans', 'Helvetica Neue', Arial, sans-serif" font-size="12" fill="${ink}">
<title>${e(figure.title)}</title><desc>${e(figure.about)}</desc>
<rect width="${width}" height="${height}" fill="#fcfbf8"/>
${heading.map((line, i) => label(16, 26 + i * 20, line, `font-size="15" ${i === 0 ? 'font-weight="600"' : ''}`)).join('')}
${part.body}
${events.map((line, i) => label(16, from + 12 + i * 17, line, `fill="${soft}"`)).join('')}
<line x1="16" x2="${width - 16}" y1="${foot - 6}" y2="${foot - 6}" stroke="${hair}"/>
${label(16, foot + 12, `${text.source} ${text.receipt}`, `fill="${soft}" font-size="11"`)}
</svg>
`
}
