import type { Column } from '#catalog'

/** Tells whether a value, trimmed, may stand in a column. Empty is allowed everywhere. */
export type Rule = (value: string) => boolean

const shapes: Partial<Record<Column['type'], RegExp>> = {
  integer: /^-?\d{1,18}$/,
  datetime: /^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?)?$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  time: /^\d{1,4}$/,
  month_year: /^\d{1,2}\/\d{4}$/,
  bit: /^[01]$/,
  decimal: /^-?\d+(\.\d+)?$/,
}

function pattern(column: Column): RegExp | undefined {
  if (column.pattern !== undefined) return new RegExp(column.pattern)
  if (column.type === 'code') return new RegExp(`^[A-Za-z0-9?/+-]{1,${column.max ?? 5}}$`)
  return shapes[column.type]
}

/** The rule of a column; an unknown column has none. */
export function ruleOf(column: Column | undefined): Rule {
  if (column === undefined) return () => true
  const { max, only } = column
  const allowed = only === undefined ? undefined : new Set(only)
  const shape = pattern(column)
  return (value) => {
    if (value === '') return true
    if (allowed !== undefined) return allowed.has(value.toUpperCase())
    if (max !== undefined && value.length > max) return false
    return shape === undefined || shape.test(column.type === 'code' ? value.toUpperCase() : value)
  }
}
