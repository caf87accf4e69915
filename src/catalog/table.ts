/** How the cells of a column are read. `code` is a short upper-case string that a lookup explains. */
export type ColumnType = 'integer' | 'string' | 'code' | 'datetime' | 'date' | 'time' | 'month_year' | 'bit' | 'decimal'

/** One column of a table, as released. */
export interface Column {
  readonly name: string
  readonly type: ColumnType
  /** Longest value, in characters, that EOIR's own schema allows. */
  readonly max?: number
  /** What it holds, and its traps. */
  readonly about: string
  /** Other names the column had in other releases. */
  readonly aliases?: readonly string[]
  /** Free text, in which a tab may have been typed. */
  readonly free?: true
  /** Every count rests on it: a release without it is not published. */
  readonly counts?: true
  /** The only values a repaired row may hold here (empty is always allowed). */
  readonly only?: readonly string[]
  /** A pattern that a repaired row must match here (empty is always allowed). */
  readonly pattern?: string
  /** Table and column that explain the codes: `tblLookupAlienNat.strCode`. */
  readonly lookup?: string
}

/** One table of the release. */
export interface Table {
  /** Our name for it, and its name in SQL: `tables.proceeding`. */
  readonly id: string
  /** Its file's name without `.csv`, as released. */
  readonly file: string
  readonly kind: 'core' | 'lookup'
  /** Columns that must hold an integer in every row; a row without is rejected. */
  readonly required: readonly string[]
  /** Columns that identify a row. */
  readonly key: readonly string[]
  readonly about: string
  /** The column that says at which court the row stands. */
  readonly court?: string
  /** Where it does not say: the column that names a row of another table, which does. */
  readonly courtBy?: { readonly column: string; readonly table: string }
  /** Columns that say when what the row tells of happened; the first that is filled counts. */
  readonly happened?: readonly string[]
  /** How many fields more than names a row may carry (the motions table: 43 under 41). */
  readonly trailing?: number
  /** Columns in file order. */
  readonly columns: readonly Column[]
}

/** Declares a table of the release. Plain data: what goes in comes out. */
export function table<const T extends Table>(definition: T): Table {
  return definition
}
