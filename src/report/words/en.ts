/** What every report says around its own words, in English. `es.ts` has the same shape. */
export const en = {
  asOf: 'As of',
  release: 'Release',
  table: 'Table',
  figure: 'Figure',
  show: 'Show',
  synthetic: 'synthetic',
  download: 'Download',
  notes: 'Notes',
  sources: 'Source',
  receipts: 'Receipts',
  receiptsAbout:
    'Every number in the text carries the receipt of its answer, then the row and the measure of its cell. With a receipt anyone can count the number anew.',
  numberFrom: (cell: string) => `Counted; receipt ${cell}`,
  list: 'Reports',
  listAbout: 'The numbers as prose, for any date, each with the cell that it comes from.',
  permanentLink: 'permanent link',
  choose: 'Choose a date',
  receiptCheck: 'check',
}

export type ReportWords = typeof en
