import type { Words } from '#catalog'
import type { LibraryRecord } from './record.ts'

/** A view of the data that answers what a document makes its reader ask. */
interface View {
  readonly tags: readonly string[]
  readonly href: string
  readonly name: Words
}

const views: readonly View[] = [
  {
    tags: ['administrative_closure', 'recalendar'],
    href: '/tools/inactive?measure=recalendared_share',
    name: {
      en: 'By court: of the cases once administratively closed, how many are back',
      es: 'Por corte: de los casos que tuvieron cierre administrativo, cuántos han vuelto',
    },
  },
  {
    tags: ['recalendar'],
    href: '/reports/recalendared',
    name: {
      en: 'Report: what became of administratively closed cases',
      es: 'Informe: qué fue de los casos con cierre administrativo',
    },
  },
  {
    tags: ['dismissal', 'termination'],
    href: '/tools/outcomes?split=outcome_group',
    name: {
      en: 'How cases end: dismissals and terminations among all closures',
      es: 'Cómo terminan los casos: desestimaciones y terminaciones entre todos los cierres',
    },
  },
  {
    tags: ['asylum', 'pretermission'],
    href: '/tools/asylum',
    name: { en: 'Asylum decisions in the court records', es: 'Decisiones de asilo en los registros de las cortes' },
  },
]

/** The views that match a document, by its topics. */
export function viewsOf(record: LibraryRecord): readonly View[] {
  return views.filter(({ tags }) => tags.some((tag) => record.tags.includes(tag)))
}
