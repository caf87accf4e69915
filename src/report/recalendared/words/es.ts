import { formatDate, formatPeriod } from '#render'
import { listOf, type NumberSpan, type Phrase, t } from '../../span.ts'
import type { Member, Part, Words } from './en.ts'

const date = (text: string): string => formatDate(text, 'es')
const cases = (n: NumberSpan): string => (n.value === 1 ? 'caso' : 'casos')
const year = (text: string): string => formatPeriod(text, 'es')
const one = (n: NumberSpan, singular: string, plural: string): string => (n.value === 1 ? singular : plural)

const fates: Readonly<Record<string, (n: NumberSpan) => string>> = {
  pending: (n) => one(n, 'estaba pendiente', 'estaban pendientes'),
  removal_order: (n) => one(n, 'había terminado con orden de expulsión', 'habían terminado con orden de expulsión'),
  relief: () => 'con alivio',
  termination: () => 'con terminación',
  dismissal: () => 'con desestimación',
  voluntary_departure: () => 'con salida voluntaria',
  put_aside: (n) => one(n, 'se había apartado otra vez', 'se habían apartado otra vez'),
  other: (n) => one(n, 'había terminado de otro modo', 'habían terminado de otro modo'),
}

/** Las frases de este informe en español. */
export const es: Words = {
  kicker: 'Casos alguna vez cerrados administrativamente',
  title: (share): Phrase =>
    t`De los casos alguna vez cerrados administrativamente, el ${share} está de vuelta en el calendario`,
  titleNone: t`En esta publicación nunca se cerró administrativamente un caso`,
  headings: {
    year: 'Según el año en que se cerraron',
    span: 'Después de cuánto tiempo',
    fate: 'Cómo están ahora los que volvieron',
    court: 'Por corte',
    nationality: 'Por nacionalidad',
  },
  total: (n, back, share, asOf) =>
    t`Hasta el ${date(asOf)} las cortes de inmigración habían cerrado administrativamente ${n} ${cases(n)} al menos una vez. De ellos, ${back}, el ${share}, habían vuelto al calendario.`,
  rest: (inactive, ended) =>
    t`${inactive} ${one(inactive, 'seguía inactivo', 'seguían inactivos')}, y ${ended} ${one(ended, 'había terminado', 'habían terminado')} sin volver.`,
  recent: (now, before) => {
    const than = now.value === before.value ? 'tantos como' : now.value > before.value ? 'más que' : 'menos que'
    return t`En los últimos doce meses ${one(now, 'volvió', 'volvieron')} ${now} ${cases(now)}, ${than} los ${before} de los doce meses anteriores.`
  },
  largestYear: (m: Member) =>
    t`El mayor número se cerró en el ${year(m.name)}: ${m.n} ${cases(m.n)}, de los que ${m.back}, el ${m.share}, están de vuelta.`,
  years: (high, low) =>
    t`La proporción es mayor entre los cerrados en el ${year(high.name)}, ${high.share}, y menor entre los del ${year(low.name)}, ${low.share}.`,
  days: (median, mean) =>
    t`La mitad de las vueltas llegó a ${median} días o menos del cierre; la media es de ${mean} días.`,
  spans: (quick, late) =>
    t`${quick} ${cases(quick)} ${one(quick, 'volvió', 'volvieron')} en menos de un año, ${late} después de diez años o más.`,
  fates: (parts: readonly Part[]) =>
    t`De los que volvieron, ${listOf(
      parts.map(({ fate, n, share }) => t`${n} (${share}) ${fates[fate]?.(n) ?? fate}`),
      'es',
    )}.`,
  members: (first) =>
    t`Los mayores números son ${listOf(
      first.map((m) => t`${m.name} con ${m.n} ${cases(m.n)}, de los que el ${m.share} está de vuelta`),
      'es',
    )}.`,
  figure: {
    title: 'La parte que volvió, por año de cierre',
    about:
      'De los casos cerrados por primera vez en cada año fiscal. La línea es la parte de todos los años juntos. Vacíos: menos de 20 casos, muy pocos para comparar.',
    alt: (all) => `Gráfico de puntos de los años; todos juntos tienen ${all}.`,
  },
  tables: {
    cohort: 'Cerrados',
    back: 'De vuelta',
    share: 'Parte de vuelta',
    inactive: 'Inactivos',
    cases: 'Casos',
    year: {
      title: 'Casos según el año fiscal de su primer cierre administrativo',
      about:
        'De vuelta: volvieron después al calendario. Inactivos: no volvieron. Como están al final de la publicación.',
    },
    span: { title: 'Tiempo desde el primer cierre administrativo hasta la vuelta', about: 'En años completos.' },
    fate: { title: 'Cómo están los casos', about: 'Al final de la publicación.' },
    court: {
      title: 'Casos según la corte que los cerró',
      about: 'Primero las cortes con más; de entrada las diez primeras.',
    },
    nationality: {
      title: 'Casos por nacionalidad',
      about: 'Primero las nacionalidades con más; de entrada las diez primeras.',
    },
    others: (n) => `Las otras ${n}`,
  },
  notes: {
    definition:
      'Un cierre administrativo (códigos Y, M, A, B, K, P, H) saca un caso del calendario activo sin decidirlo. Cada caso cuenta una vez, el día del primero; está de vuelta cuando consta un inicio posterior de un procedimiento.',
    time: 'Los cerrados hace poco han tenido menos tiempo para volver que los cerrados hace mucho.',
    end: 'Cómo está un caso lo dice su último suceso hasta el final de la publicación, haya pasado lo que haya pasado entre medio.',
  },
}
