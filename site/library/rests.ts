import type { Language } from '#catalog'
import { formatDate } from '#render'
import { readDate, today } from '../../src/web/reader-date.ts'
import { recordOf, records } from './collection.ts'
import { inForce, type Standing, standingOn, statusOn } from './standing.ts'

/** The reader's date of a page: what the address says, else today. */
export function readerDate(params: URLSearchParams): { readonly on: string; readonly dated: boolean } {
  const asked = readDate(params.get('on'))
  return { on: asked ?? today(), dated: asked !== undefined }
}

/** An instrument that a page or a part of it rests on, as it stands on the reader's date. */
export interface Rest {
  readonly id: string
  readonly title: string
  readonly standing: Standing
  /** Since when it stands so. */
  readonly since: string
}

export function restsOn(ids: readonly string[], on: string, language: Language): readonly Rest[] {
  return ids.map((id) => {
    const record = recordOf(id)
    const from = (statusOn(record, on) ?? record.status_history[0])?.from ?? ''
    return {
      id,
      title: record.alternate_titles[0] ?? record.title,
      standing: standingOn(record, on),
      since: formatDate(from, language),
    }
  })
}

/** Of the instruments in force on a day: how many there were, and which of them are not in force on another. */
export function changedBetween(then: string, on: string): { readonly all: number; readonly gone: number } {
  const inForceThen = records.filter((record) => inForce(record, then))
  return { all: inForceThen.length, gone: inForceThen.filter((record) => !inForce(record, on)).length }
}
