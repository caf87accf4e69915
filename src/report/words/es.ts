import type { ReportWords } from './en.ts'

/** Lo que todo informe dice alrededor de sus propias frases, en español. */
export const es: ReportWords = {
  asOf: 'Al día',
  release: 'Publicación',
  table: 'Tabla',
  figure: 'Figura',
  show: 'Mostrar',
  synthetic: 'sintéticos',
  download: 'Descargar',
  notes: 'Notas',
  sources: 'Fuente',
  receipts: 'Recibos',
  receiptsAbout:
    'Cada cifra del texto lleva el recibo de su respuesta y, tras él, la fila y la medida de su celda. Con un recibo cualquiera puede volver a contar la cifra.',
  numberFrom: (cell) => `Contado; recibo ${cell}`,
  list: 'Informes',
  listAbout: 'Las cifras en prosa, a cualquier fecha, cada una con la celda de la que sale.',
  permanentLink: 'enlace permanente',
  choose: 'Elegir una fecha',
  receiptCheck: 'comprobar',
}
