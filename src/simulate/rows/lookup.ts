import type { Table } from '#catalog'
import { type Era, locations } from '../base/places.ts'
import { values } from '../base/values.ts'
import { sources } from './lookup.sources.ts'
import { type Cells, padded, type Scene, tableOf } from './record.ts'

const created = '2002-11-30 00:00:00.000'

/** The rows of a lookup: real codes where they are known, a few made-up ones where not. */
export function lookupRows(file: string, scene: Scene): readonly Cells[] {
  const table = tableOf(file)
  const special = specials[file]
  const rows = special === undefined ? coded(table) : special(scene)
  return rows.map((cells, i) => ({ ...usual(table, i), ...cells }))
}

/** Row key, active flag and date of making, under whatever name the table has for them. */
function usual(table: Table, i: number): Cells {
  const cells: Record<string, string> = {}
  for (const [at, { name, type }] of table.columns.entries()) {
    if (/^(idn|id$)/i.test(name) && type === 'integer' && at < 6) cells[name] = String(i + 1)
    else if (/^blnActive$/i.test(name)) cells[name] = '1'
    else if (/createdon$/i.test(name)) cells[name] = created
  }
  return cells
}

function coded(table: Table): Cells[] {
  const source = sources[table.file]
  if (source === undefined) return madeUp(table)
  return values(source.values)
    .filter((row) => row['source'] !== 'data only')
    .map((row) => Object.fromEntries(Object.entries(source.columns).map(([to, from]) => [to, row[from] ?? ''])))
}

/** Three rows in the first code column and the first text column. */
function madeUp(table: Table): Cells[] {
  const texts = table.columns.filter(({ name, type }) => type === 'string' && !/^(idn|bln|dat)/i.test(name))
  const [code, text] = texts
  if (code === undefined) return []
  return ['A', 'B', 'C'].map((letter) => ({
    [code.name]: letter,
    ...(text === undefined ? {} : { [text.name]: `MADE-UP ENTRY ${letter}` }),
  }))
}

/** The criminal grounds are the second of those of inadmissibility and of removal: `212a02Bi`, `(237)(a)(02)(A)`. */
const criminalGround = /^\(?(212|237|241)\)?\(?a\)?\(?0?2(?!\d)/

const specials: Readonly<Record<string, (scene: Scene) => Cells[]>> = {
  tblLookupCourtDecision: ({ world }) =>
    values('court_decision_2025').map((row) => ({
      idnCourtDecision: row['id'] ?? '',
      strCaseType: row['case_type'] ?? '',
      strDecCode: row['code'] ?? '',
      strDecDescription: dash(
        row['description'] ?? '',
        row['dec_type'] === 'C' && row['code'] === 'I' && world.dirt > 0,
      ),
      strDecType: row['dec_type'] ?? '',
      blnActive: row['active_2025'] || '1',
      datCreatedOn: row['created'] ? `${row['created']} 00:00:00.000` : created,
    })),
  tbllookupCharges: () =>
    values('charge').map(({ code = '', description = '' }) => ({
      strCode: code,
      strCodeString: code,
      strCodeDescription: description,
      criminal_flag: criminalGround.test(code) ? '1' : '0',
    })),
  tblLookupBaseCity: () =>
    values('base_city').map((row) => ({
      BASE_CITY_CODE: row['code'] ?? '',
      BASE_CITY_NAME: padded(row['lookup_name'] ?? '', 30),
      BASE_CITY: (row['display_name'] ?? '').replace(/ \(.*/, '').toUpperCase(),
      BASE_STATE: row['state'] ?? '',
    })),
  tblLookupHloc: ({ world }) => {
    const era: Era = world.scenario === 'july-2012' ? 'base_city_2014' : 'base_city'
    return locations(era).map((place) => ({
      HEARING_LOC_CODE: place.code,
      HEARING_LOC_NAME: padded(place.name, 40),
      HEARING_BASE_CITY: place.court,
      Hear_Det_Type: place.detained ? 'D' : '',
      Hear_Active_Flg: 'Y',
    }))
  },
  tblLookupJudge: ({ judges }) => judges.all.map((judge) => ({ JUDGE_CODE: judge.code, JUDGE_NAME: judge.name })),
  tblLookupJudgeBaseCity: ({ judges }) =>
    judges.all.map((judge) => ({ BASE_CITY_CODE: judge.court, JUDGE_CODE: judge.code, JUDGE_NAME: judge.name })),
  tblLookupINSTA: () => [],
}

/** EOIR's dash is the single byte 0x96 of Windows-1252, which is no valid UTF-8. */
function dash(text: string, isByte: boolean): string {
  return isByte ? text.replace('-', '\x96') : text
}
