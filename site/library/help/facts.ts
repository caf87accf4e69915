import type { Words } from '#catalog'

/** What a fact of the help page rests on: who says so, where, when it was read. */
export interface Source {
  readonly said: Words
  readonly url: string
  /** The day on which it was read. */
  readonly read: string
  /** Whether who is responsible says so; otherwise others do, and the page says that it is not confirmed. */
  readonly confirmed: boolean
  readonly note?: Words
}

/** The facts of the help page that can change. Each is looked up again before a release. */
export const sources = {
  court_line: {
    said: {
      en: 'the court system (EOIR), in an archived copy',
      es: 'el sistema de cortes (EOIR), en una copia archivada',
    },
    url: 'https://www.justice.gov/eoir/customer-service-initiatives',
    read: '2026-11-25',
    confirmed: true,
  },
  address: {
    said: {
      en: 'EOIR’s manual, chapter 2.2(c), and 8 CFR 1003.15(d)(2), in an archived copy',
      es: 'el manual de EOIR, capítulo 2.2(c), y 8 CFR 1003.15(d)(2), en una copia archivada',
    },
    url: 'https://www.justice.gov/eoir/reference-materials/ic/chapter-2/2',
    read: '2026-11-25',
    confirmed: true,
    note: {
      en: 'Guides to the form say five working days. The shorter count is the safer one.',
      es: 'Las guías del formulario dicen cinco días hábiles. El plazo más corto es el más seguro.',
    },
  },
  free_help: {
    said: {
      en: 'EOIR’s manual, chapter 2.2(b), in an archived copy',
      es: 'el manual de EOIR, capítulo 2.2(b), en una copia archivada',
    },
    url: 'https://www.justice.gov/eoir/reference-materials/ic/chapter-2/2',
    read: '2026-11-25',
    confirmed: true,
  },
  accredited: {
    said: {
      en: 'EOIR’s questions and answers, in an archived copy',
      es: 'las preguntas y respuestas de EOIR, en una copia archivada',
    },
    url: 'https://icor.eoir.justice.gov/es/faq',
    read: '2026-11-25',
    confirmed: true,
  },
  fraud: {
    said: { en: 'other consumer guides', es: 'otras guías para consumidores' },
    url: 'https://reportfraud.ftc.gov',
    read: '2026-11-25',
    confirmed: false,
    note: {
      en: 'Not confirmed: we could not read the page of the FTC itself.',
      es: 'Sin confirmar: no pudimos leer la página de la propia FTC.',
    },
  },
} as const satisfies Readonly<Record<string, Source>>

export type FactId = keyof typeof sources
