/** What the SQL dialects say differently. Compiled queries use these and otherwise what DuckDB and ClickHouse share. */

/** A text literal. */
export function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}

/** A date literal from `YYYY-MM-DD`. */
export function date(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) throw new Error(`not a date: ${value}`)
  return `DATE '${value}'`
}

/** The month of a date, `2012-06`. */
export function month(column: string): string {
  return `strftime(${column}, '%Y-%m')`
}

/** The calendar year of a date, `2012`. */
export function calendarYear(column: string): string {
  return `strftime(${column}, '%Y')`
}

/** The fiscal year of a date, `FY2012`; it starts on 1 October. */
export function fiscalYear(column: string): string {
  return `'FY' || CAST(year(${column}) + CASE WHEN month(${column}) >= 10 THEN 1 ELSE 0 END AS VARCHAR)`
}

/** Whole days from one date to another. */
export function days(from: string, to: string): string {
  return `date_diff('day', ${from}, ${to})`
}

/** The q-quantile, interpolated between neighbours. */
export function quantile(expression: string, q: number): string {
  return `quantile_cont(${expression}, ${q})`
}
