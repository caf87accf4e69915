import { type Day, dateTime } from '../base/days.ts'
import { cleaned, type Dirt, rejected, repaired } from './dirt.ts'

const A = 'A_TblCase'
const B = 'B_TblProceeding'
const hearings = 'tbl_schedule'
const motions = 'tbl_Court_Motions'
const charges = 'B_TblProceedCharges'

type At = (column: string) => number

/** A defect that cleaning takes away: some cells hold something else. */
function inCells(
  id: string,
  files: readonly string[],
  change: (cells: string[], at: At) => void,
  fits?: Dirt['fits'],
): Dirt {
  return {
    id,
    files,
    ...(fits === undefined ? {} : { fits }),
    stain: (cells, at) => {
      change(cells, at)
      return cleaned(cells)
    },
  }
}

function set(column: string, value: (old: string) => string): (cells: string[], at: At) => void {
  return (cells, at) => {
    cells[at(column)] = value(cells[at(column)] ?? '')
  }
}

const filled = (column: string) => (cells: readonly string[], at: At) => (cells[at(column)] ?? '') !== ''
const empty = (column: string) => (cells: readonly string[], at: At) => cells[at(column)] === ''
const isFree = (cells: readonly string[], at: At) =>
  empty('DETENTION_LOCATION')(cells, at) && empty('C_RELEASE_DATE')(cells, at)

/** City, state and zip of another address put in the place of the row's own, with so many cells between them. */
function address(cells: readonly string[], at: At, pieces: readonly string[], state: string, zip: string): string[] {
  const city = at('ALIEN_CITY')
  return [...cells.slice(0, city), ...pieces, state, zip, ...cells.slice(city + 3)]
}

const withKey = (cells: readonly string[], key: string) => [key, ...cells.slice(1)]

const readable: readonly Dirt[] = [
  inCells(
    'nul_in_code',
    [B],
    set('BASE_CITY_CODE', (code) => `${code.slice(0, 1)}\0${code.slice(1)}`),
  ),
  inCells(
    'nul_in_code',
    [A],
    set('NAT', (code) => `${code.slice(0, 1)}\0${code.slice(1)}`),
  ),
  inCells('nul_in_code', ['tblLookupNationality', 'tblLookupMotionType'], (cells) => {
    cells[1] = `${cells[1] ?? ''}\0`
  }),
  inCells(
    'trailing_spaces',
    [A],
    set('CASE_TYPE', (code) => `${code}  `),
  ),
  inCells(
    'trailing_spaces',
    [B],
    set('HEARING_LOC_CODE', (code) => `${code}   `),
  ),
  inCells(
    'blanks_for_empty',
    [B],
    set('DEC_CODE', () => ' '),
    empty('DEC_CODE'),
  ),
  inCells(
    'control_character',
    [charges],
    set('CHG_STATUS', () => '\x01'),
  ),
  inCells(
    'control_character',
    [B],
    set('DEC_TYPE', () => '\x06'),
  ),
  inCells(
    'control_character',
    [B],
    set('APPEAL_RSVD', () => '\x1b'),
  ),
  inCells(
    'byte_0x96',
    [A],
    set('ALIEN_CITY', () => 'WINSTON\x96SALEM'),
    isFree,
  ),
  inCells(
    'quote_mark',
    [A],
    set('ALIEN_CITY', () => '"THE" BRONX'),
  ),
  inCells(
    'lower_case_code',
    [hearings],
    set('ADJ_MEDIUM', () => 'p'),
  ),
  inCells(
    'stray_apostrophe',
    [hearings],
    set('ADJ_MEDIUM', () => "'"),
  ),
  inCells(
    'lower_case_code',
    [charges],
    set('CHG_STATUS', (code) => code.toLowerCase()),
  ),
  inCells(
    'lower_case_code',
    [motions],
    set('DEC', (code) => code.toLowerCase()),
  ),
  inCells(
    'birth_month',
    [A],
    set('C_BIRTHDATE', () => '9/1984'),
  ),
  inCells(
    'filler_date_2099',
    [B],
    set('COMP_DATE', () => '2099-12-31 00:00:00.000'),
    empty('COMP_DATE'),
  ),
  inCells(
    'filler_date_1900',
    [B],
    set('COMP_DATE', () => '1900-01-01 00:00:00.000'),
    empty('COMP_DATE'),
  ),
  inCells(
    'hearing_in_2925',
    [hearings],
    set('ADJ_DATE', (date) => `2925${date.slice(4)}`),
  ),
  inCells(
    'impossible_date',
    [A],
    set('LATEST_HEARING', () => '2012-13-45 00:00:00.000'),
  ),
]

const mended: readonly Dirt[] = [
  {
    id: 'tab_in_city',
    files: [A],
    stain: (cells, at) => repaired(address(cells, at, ['BROOKLYN', ''], 'NY', '11209').join('\t')),
  },
  {
    id: 'tab_in_split_city',
    files: [A],
    stain: (cells, at) => repaired(address(cells, at, ['SALT', 'LAKE CITY'], 'UT', '84101').join('\t')),
  },
  {
    id: 'short_row',
    files: [A],
    fits: (cells, at) =>
      cells.slice(at('DETENTION_LOCATION')).every((cell) => cell.trim() === '' || cell.trim() === 'N/A') &&
      isFree(cells, at),
    stain: (cells, at) => repaired(cells.slice(0, at('DETENTION_LOCATION')).join('\t')),
  },
  {
    id: 'short_row',
    files: [motions],
    stain: (cells) => repaired(cells.slice(0, 35).join('\t')),
  },
  {
    id: 'extra_empty_field',
    files: [A],
    fits: isFree,
    stain: (cells, at) => repaired([...cells.with(at('CASEPRIORITY_CODE'), ''), ''].join('\t')),
  },
  {
    id: 'extra_empty_field',
    files: [B],
    fits: empty('DATE_DETAINED'),
    stain: (cells) => repaired([...cells, ''].join('\t')),
  },
  {
    id: 'stray_line_feed',
    files: [A],
    stain: (cells, at) => repaired(address(cells, at, ['SAN\nANTONIO'], 'TX', '78205').join('\t'), 1),
  },
  {
    id: 'stray_line_end',
    files: [A],
    fits: filled('DETENTION_LOCATION'),
    stain: (cells, at) => {
      const cut = at('DETENTION_LOCATION')
      const text = `${cells.slice(0, cut).join('\t')}\tSTEWART\r\nDETENTION CENTER\t${cells.slice(cut + 1).join('\t')}`
      return { text, rows: 2, repaired: 1, rejected: 1, breaks: 0 }
    },
  },
]

const refused: readonly Dirt[] = [
  {
    id: 'two_tabs_apart',
    files: [A],
    fits: filled('DETENTION_LOCATION'),
    stain: (cells, at, serial) => {
      const bad = address(withKey(cells, String(7_000_000 + serial)), at, ['BROOKLYN', ''], 'NY', '11209')
      bad.splice(at('DETENTION_LOCATION') + 1, 1, 'STEWART', 'DETENTION CENTER')
      return rejected(cells, bad.join('\t'))
    },
  },
  { id: 'no_case_key', files: [A, B], stain: (cells, at) => rejected(cells, cells.with(at('IDNCASE'), '').join('\t')) },
  { id: 'key_is_text', files: [B], stain: (cells) => rejected(cells, withKey(cells, 'FC').join('\t')) },
  { id: 'blank_line', files: [A, B, charges], stain: (cells) => rejected(cells, '') },
]

const doubled: readonly Dirt[] = [
  {
    id: 'duplicate_key',
    files: [A, B, 'tbl_Court_Appln'],
    stain: (cells) => ({
      text: `${cells.join('\t')}\r\n${cells.join('\t')}`,
      rows: 2,
      repaired: 0,
      rejected: 0,
      breaks: 0,
    }),
  },
  {
    id: 'case_without_proceeding',
    files: [A],
    stain: (cells, at, serial) => {
      const other = withKey(cells, String(8_000_000 + serial)).with(at('CASE_TYPE'), 'DDC')
      return { text: `${cells.join('\t')}\r\n${other.join('\t')}`, rows: 2, repaired: 0, rejected: 0, breaks: 0 }
    },
  },
]

/** Every kind of defect that a row can carry without changing what the release counts to. */
export function kindsOf(file: string, asOf: Day): Dirt[] {
  const beyond = dateTime(asOf + 40)
  const future = inCells(
    'end_after_as_of',
    [B],
    (cells, at) => {
      cells[at('COMP_DATE')] = beyond
      cells[at('DEC_CODE')] = 'X'
    },
    empty('COMP_DATE'),
  )
  return [...readable, future, ...mended, ...refused, ...doubled].filter(({ files }) => files.includes(file))
}
