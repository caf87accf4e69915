import type { ToolMeasure, Words } from '#catalog'

type Noun = readonly [one: string, many: string, uno: string, varios: string]

/** What one of a measure is called in the middle of a sentence, and what several are: English, then Spanish. */
const nouns = {
  pd_closures: ['PD closure', 'PD closures', 'cierre por DP', 'cierres por DP'],
  pd_admin_closures: [
    'PD administrative closure',
    'PD administrative closures',
    'cierre administrativo por DP',
    'cierres administrativos por DP',
  ],
  pd_terminations: ['PD termination', 'PD terminations', 'terminación por DP', 'terminaciones por DP'],
  probable_pd_dismissals: [
    'probable PD dismissal (estimate)',
    'probable PD dismissals (estimate)',
    'desestimación por probable DP (estimación)',
    'desestimaciones por probable DP (estimación)',
  ],
  pending: ['pending case', 'pending cases', 'caso pendiente', 'casos pendientes'],
  days_waiting: ['day waiting', 'days waiting', 'día de espera', 'días de espera'],
  inactive: ['inactive case', 'inactive cases', 'caso inactivo', 'casos inactivos'],
  filings: ['filing', 'filings', 'ingreso', 'ingresos'],
  closures: ['closure', 'closures', 'cierre', 'cierres'],
  completions: ['completion', 'completions', 'conclusión', 'conclusiones'],
  removal_orders: ['removal order', 'removal orders', 'orden de expulsión', 'órdenes de expulsión'],
  voluntary_departures: ['voluntary departure', 'voluntary departures', 'salida voluntaria', 'salidas voluntarias'],
  relief_grants: ['grant of relief', 'grants of relief', 'alivio concedido', 'alivios concedidos'],
  terminations: ['termination', 'terminations', 'terminación', 'terminaciones'],
  dismissals: ['dismissal', 'dismissals', 'desestimación', 'desestimaciones'],
  admin_closures: [
    'administrative closure',
    'administrative closures',
    'cierre administrativo',
    'cierres administrativos',
  ],
  no_charging_document: [
    'closure for lack of a charging document',
    'closures for lack of a charging document',
    'cierre por falta de documento de cargos',
    'cierres por falta de documento de cargos',
  ],
  in_absentia_orders: ['in absentia order', 'in absentia orders', 'orden en ausencia', 'órdenes en ausencia'],
  in_absentia_rate: [
    'in absentia rate',
    'in absentia rates',
    'tasa de órdenes en ausencia',
    'tasas de órdenes en ausencia',
  ],
  recalendared: ['recalendared case', 'recalendared cases', 'caso reprogramado', 'casos reprogramados'],
  recalendared_share: ['share recalendared', 'shares recalendared', 'parte reprogramada', 'partes reprogramadas'],
  first_admin_closures: [
    'case put aside for the first time',
    'cases put aside for the first time',
    'caso apartado por primera vez',
    'casos apartados por primera vez',
  ],
  days_to_recalendaring: [
    'day to recalendaring',
    'days to recalendaring',
    'día hasta volver al calendario',
    'días hasta volver al calendario',
  ],
  days_to_closure: ['day to closure', 'days to closure', 'día hasta el cierre', 'días hasta el cierre'],
  asylum_applications: ['asylum application', 'asylum applications', 'solicitud de asilo', 'solicitudes de asilo'],
  asylum_decisions: ['asylum decision', 'asylum decisions', 'decisión de asilo', 'decisiones de asilo'],
  asylum_grants: ['grant of asylum', 'grants of asylum', 'asilo concedido', 'asilos concedidos'],
  asylum_denials: ['denial of asylum', 'denials of asylum', 'asilo negado', 'asilos negados'],
  asylum_grant_rate: [
    'asylum grant rate',
    'asylum grant rates',
    'tasa de asilos concedidos',
    'tasas de asilos concedidos',
  ],
  hearings_set: ['hearing set', 'hearings set', 'audiencia fijada', 'audiencias fijadas'],
  hearings_held: ['hearing held', 'hearings held', 'audiencia celebrada', 'audiencias celebradas'],
  adjournments: ['adjournment', 'adjournments', 'aplazamiento', 'aplazamientos'],
  bond_decisions: ['bond decision', 'bond decisions', 'decisión de fianza', 'decisiones de fianza'],
  bond_grants: ['grant of bond', 'grants of bond', 'fianza concedida', 'fianzas concedidas'],
  bond_grant_rate: ['bond grant rate', 'bond grant rates', 'tasa de fianzas concedidas', 'tasas de fianzas concedidas'],
  pending_represented: [
    'pending case with counsel',
    'pending cases with counsel',
    'caso pendiente con representante',
    'casos pendientes con representante',
  ],
  represented_share: ['represented share', 'represented shares', 'parte con representante', 'partes con representante'],
} as const satisfies Readonly<Record<string, Noun>>

/** A measure that a tool counts, with its nouns: the usual ones, or its own where it counts only some. */
export function counted(
  id: keyof typeof nouns,
  beside: readonly string[] = [],
  more: Pick<ToolMeasure, 'panes' | 'only'> & { readonly noun?: Noun } = {},
): ToolMeasure {
  const { noun = nouns[id], ...rest } = more
  const [one, many, uno, varios] = noun
  const words = (en: string, es: string): Words => ({ en, es })
  return { id, one: words(one, uno), many: words(many, varios), beside, ...rest }
}

/** The dimensions that lead almost everywhere. */
export const usual = ['court', 'hearing_location', 'nationality'] as const
