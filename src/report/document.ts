import type { Language } from '#catalog'
import type { Span } from './span.ts'

/** A sentence: its plain text, and the same in spans, where each number carries the cell that it comes from. */
export interface Sentence {
  /** Which rule wrote it. */
  readonly rule: string
  readonly text: string
  readonly spans: readonly Span[]
  /** Ids of footnotes. */
  readonly notes?: readonly string[]
}

export interface TableColumn {
  readonly id: string
  readonly label: string
}

export interface TableCell {
  readonly text: string
  /** Null where the number is missing. */
  readonly value: number | null
  /** Why it is missing, in words. */
  readonly missing?: string
  /** Which cell of which answer: `<id of a receipt>#<row>,<measure>`; absent for a total, which stands in no row. */
  readonly cell?: string
}

export interface TableRow {
  readonly label: string
  /** 1: lies within the row of level 0 above it. */
  readonly level: 0 | 1
  readonly total?: true
  /** Shown at once; the other rows are behind a word to click on. */
  readonly shown: boolean
  readonly cells: readonly TableCell[]
}

export interface ReportTable {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly about: string
  /** What the rows are, then what each cell is. */
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  /** For the word to click on: “The other 43 nationalities”. */
  readonly others?: string
  /** Id of the receipt of the first answer it shows. */
  readonly receipt: string
}

export interface FigureRow {
  readonly label: string
  readonly value: number
  readonly text: string
  readonly cell: string
  /** `reference`: what the others are compared with; `few`: of too few cases to be compared. */
  readonly mark: 'reference' | 'strong' | 'plain' | 'few'
}

/** A dot plot: one dot a row on a scale from zero. */
export interface ReportFigure {
  readonly id: string
  readonly title: string
  readonly about: string
  /** The figure as a sentence, for who does not see it. */
  readonly alt: string
  readonly columns: readonly [string, string]
  readonly rows: readonly FigureRow[]
  readonly ticks: readonly { readonly value: number; readonly text: string }[]
  readonly max: number
  readonly source: string
  readonly receipt: string
}

export interface ReportSection {
  readonly id: string
  /** The lead has none. */
  readonly heading?: string
  readonly sentences: readonly Sentence[]
  readonly table?: ReportTable
  readonly figure?: ReportFigure
}

export interface ReportNote {
  readonly id: string
  /** As its mark is printed. */
  readonly mark: string
  readonly text: string
}

/** One answer that the report was made from. */
export interface ReportReceipt {
  readonly id: string
  readonly query: string
  readonly receipt: string
}

/** A finished report: plain data, from which every format is written. Survives JSON without loss. */
export interface ReportDocument {
  readonly id: string
  readonly language: Language
  readonly kicker: string
  readonly title: Sentence
  readonly as_of: string
  /** The first day for which there can be such a report. */
  readonly since: string
  readonly release: { readonly id: string; readonly as_of: string; readonly synthetic: boolean }
  readonly sections: readonly ReportSection[]
  readonly notes: readonly ReportNote[]
  readonly sources: readonly string[]
  readonly receipts: readonly ReportReceipt[]
}
