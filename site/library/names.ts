import type { Language, Words } from '#catalog'
import type { Section } from './record.ts'

export const sectionNames: Readonly<Record<Section, Words>> = {
  memos: { en: 'Official Agency Memos & Announcements', es: 'Memorandos y anuncios oficiales' },
  consumer: { en: 'Consumer Advisories', es: 'Avisos al público' },
  practitioners: { en: 'Guidance for Practitioners', es: 'Guías para quienes ejercen' },
  pilot: { en: 'Pilot Program – Denver & Baltimore', es: 'Programa piloto – Denver y Baltimore' },
  reports: { en: 'Reports and Correspondence', es: 'Informes y correspondencia' },
  media: { en: 'Media & Advocacy Tools', es: 'Prensa y herramientas de incidencia' },
  additional: { en: 'Additional Resources', es: 'Otros recursos' },
}

const bodies: Readonly<Record<string, Words>> = {
  ice: { en: 'ICE', es: 'ICE' },
  dhs: { en: 'DHS', es: 'DHS' },
  eoir: { en: 'EOIR', es: 'EOIR' },
  bia: { en: 'Board of Immigration Appeals', es: 'Junta de Apelaciones de Inmigración' },
  attorney_general: { en: 'Attorney General', es: 'Fiscal General' },
  white_house: { en: 'White House', es: 'Casa Blanca' },
  uscis: { en: 'USCIS', es: 'USCIS' },
  ins: { en: 'INS (until 2003)', es: 'INS (hasta 2003)' },
  federal_courts: { en: 'Federal courts', es: 'Tribunales federales' },
  congress: { en: 'Congress', es: 'Congreso' },
  aila: { en: 'AILA', es: 'AILA' },
  aic: { en: 'American Immigration Council', es: 'American Immigration Council' },
  clinic: { en: 'CLINIC', es: 'CLINIC' },
  ilrc: { en: 'Immigrant Legal Resource Center', es: 'Immigrant Legal Resource Center' },
  nipnlg: { en: 'National Immigration Project', es: 'National Immigration Project' },
  trac: { en: 'TRAC', es: 'TRAC' },
  press: { en: 'Press', es: 'Prensa' },
  others: { en: 'Others', es: 'Otros' },
}

const audiences: Readonly<Record<string, Words>> = {
  attorney: { en: 'Attorneys', es: 'Abogados' },
  accredited_representative: { en: 'Accredited representatives', es: 'Representantes acreditados' },
  researcher: { en: 'Researchers', es: 'Investigadores' },
  journalist: { en: 'Journalists', es: 'Periodistas' },
  nonprofit: { en: 'Nonprofits', es: 'Organizaciones' },
  respondent: { en: 'People in proceedings', es: 'Personas en proceso' },
  public: { en: 'Everyone', es: 'Público en general' },
}

const spanish: Readonly<Record<string, string>> = {
  // kinds
  memo: 'memorando', decision: 'decisión', practice_advisory: 'aviso práctico', court_order: 'orden judicial', policy_memo: 'memorando de política',
  article: 'artículo', data_report: 'informe de datos', news: 'noticia', directive: 'directiva', consumer_advisory: 'aviso al público', guidance: 'directriz',
  statistics: 'estadística', analysis: 'análisis', rule: 'reglamento', practice_alert: 'alerta práctica', report: 'informe', survey: 'encuesta',
  announcement: 'anuncio', training: 'capacitación', web_page: 'página web', commentary: 'comentario', executive_order: 'orden ejecutiva',
  legal_opinion: 'dictamen jurídico', regulation: 'norma', tracker: 'registro de seguimiento', fact_sheet: 'hoja informativa', resource_page: 'página de recursos',
  policy_change: 'cambio de política', self_help: 'autoayuda', letter: 'carta', press_release: 'comunicado de prensa', statement: 'declaración', podcast: 'pódcast',
  copy: 'copia', data_tool: 'herramienta de datos', toolkit: 'carpeta de materiales', manual: 'manual', book: 'libro', audit: 'auditoría', correspondence: 'correspondencia',
  community_explainer: 'explicación para la comunidad', library: 'biblioteca', faq: 'preguntas frecuentes', notice: 'aviso', court_filing: 'escrito judicial',
  practice_pointer: 'consejo práctico', bulletin: 'boletín',
  // tags
  dismissal: 'desestimación', administrative_closure: 'cierre administrativo', precedent: 'precedente', opla: 'OPLA', factors: 'factores', eoir: 'EOIR',
  litigation: 'litigio', priorities: 'prioridades', recalendar: 'reactivación', case_review: 'revisión de casos', history: 'historia', pilot: 'piloto',
  expedited_removal: 'expulsión acelerada', trac: 'TRAC', rescission: 'derogación', termination: 'terminación', courthouse: 'tribunales', how_to_ask: 'cómo pedirla',
  plain_language: 'lenguaje claro', daca: 'DACA', funnel: 'embudo de la revisión', pretermission: 'rechazo sin audiencia', authority: 'facultades', ero: 'ERO',
  workflow: 'procedimiento', pro_se: 'sin abogado', courts: 'cortes', request_channel: 'vía de solicitud', parole: 'permiso de ingreso', asylum: 'asilo',
  nta: 'notificación de comparecencia', victims: 'víctimas', not_amnesty: 'no es amnistía', baltimore: 'Baltimore', denver: 'Denver', glossary: 'glosario',
  continuance: 'aplazamiento', vacated: 'anulado', docket: 'calendario', memos: 'memorandos', primer: 'introducción', fraud: 'fraude', uscis: 'USCIS',
  notario_fraud: 'fraude de notarios', landing_page: 'página de entrada', link_rot: 'enlaces rotos', scholarship: 'estudios académicos', opposing_view: 'opinión contraria',
  docket_suspension: 'suspensión de audiencias', schedule: 'programación', deferred_action: 'acción diferida', department_wide: 'todo el departamento',
  hearing_procedure: 'trámite de audiencias', data_gap: 'vacío de datos', interim: 'provisional', detained: 'detenidos', arrests: 'arrestos', motion_to_reopen: 'moción de reapertura',
  custody: 'custodia', humanitarian: 'humanitario', pending_petition: 'petición pendiente', who_decides: 'quién decide', witnesses: 'testigos', plaintiffs: 'demandantes',
  labor: 'laboral', stages: 'etapas', data_collection: 'recolección de datos', working_group: 'grupo de trabajo', press: 'prensa', field_offices: 'oficinas locales',
  recommendations: 'recomendaciones', criteria: 'criterios', checklist: 'lista de control', spanish: 'en español', archive: 'archivo', representation: 'representación',
  appeals: 'apelaciones', ambiguities: 'ambigüedades', samples: 'modelos', nonprofit: 'organizaciones', closure_type: 'tipo de cierre', declined_offers: 'ofertas rechazadas',
  work_permit: 'permiso de trabajo', nationality: 'nacionalidad', trend: 'tendencia', family: 'familia', lgbtq: 'LGBTQ', remedies: 'remedios', oversight: 'supervisión',
  supersession: 'reemplazo', foia: 'FOIA', congress: 'Congreso', enjoined: 'suspendido por orden', versioning: 'versiones', standing: 'legitimación', gap: 'vacío',
  strategy: 'estrategia', protected_areas: 'áreas protegidas', address: 'domicilio', due_process: 'debido proceso', stipulation: 'estipulación', sij: 'SIJ', collateral_relief: 'alivio paralelo',
}

const capitals = new Set(['opla', 'eoir', 'trac', 'daca', 'ero', 'nta', 'uscis', 'foia', 'sij', 'faq', 'lgbtq'])

function plain(word: string): string {
  if (capitals.has(word)) return word.toUpperCase()
  if (word === 'denver' || word === 'baltimore' || word === 'spanish' || word === 'congress') return word.charAt(0).toUpperCase() + word.slice(1)
  return word.replaceAll('_', ' ')
}

/** A kind or a tag in words. */
export function wordIn(word: string, language: Language): string {
  return language === 'es' ? (spanish[word] ?? plain(word)) : plain(word)
}

export function sectionIn(section: Section, language: Language): string {
  return sectionNames[section][language]
}

export function bodyIn(body: string, language: Language): string {
  return bodies[body]?.[language] ?? plain(body)
}

export function audienceIn(audience: string, language: Language): string {
  return audiences[audience]?.[language] ?? plain(audience)
}
