import type { ColumnType } from '#catalog'

/** Usual spellings of cells that are not written as usual. Undefined: the column cannot hold it. */

function integer(text: string): string | undefined {
  const [, sign = '', digits] = /^([+-]?)0*(\d{1,18})$/.exec(text) ?? []
  return digits === undefined ? undefined : `${sign === '-' ? '-' : ''}${digits}`
}

// A year of two digits is no year: nobody can say which one.
const written = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,9}))?)?)?$/

function dateTime(text: string): string | undefined {
  const [, year, month = '', day = '', hour = '0', minute = '0', second = '0', fraction = ''] = written.exec(text) ?? []
  if (year === undefined) return undefined
  const two = (digits: string): string => digits.padStart(2, '0')
  const date = `${year}-${two(month)}-${two(day)}`
  const micros = fraction.padEnd(6, '0').slice(0, 6)
  return `${date} ${two(hour)}:${two(minute)}:${two(second)}.${micros.replace(/000$/, '')}`
}

function decimal(text: string): Buffer | undefined {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/.test(text)) return undefined
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(Number(text))
  return bytes
}

/** The usual spelling of a cell, which the kernel can read; of a decimal its bytes. */
export function usualCell(type: ColumnType, text: string): Buffer | undefined {
  if (type === 'decimal') return decimal(text)
  const usual = type === 'integer' || type === 'bit' ? integer(text) : dateTime(text)
  if (usual === undefined) return undefined
  if (type === 'bit' && Math.abs(Number(usual)) > 127) return undefined
  return isDay(type, usual) ? Buffer.from(type === 'date' ? usual.slice(0, 10) : usual) : undefined
}

/** Whether a date and time in the usual spelling exist; anything else does. */
function isDay(type: ColumnType, usual: string): boolean {
  if (type !== 'datetime' && type !== 'date') return true
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = usual.split(/[- :.]/).map(Number)
  const last = new Date(Date.UTC(2000, month, 0))
  last.setUTCFullYear(year, month, 0)
  return (
    year >= 1 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= last.getUTCDate() &&
    hour < 24 &&
    minute < 60 &&
    second < 60
  )
}
