import type { Language } from '#catalog'

const en = {
  title: 'What changed, and when',
  lead: 'Each document that binds an agency or a court has a history: it comes into force, is replaced, vacated, restored. Here are the changes, and what was in force on any day.',
  since: 'Changes since',
  on: 'In force on',
  show: 'Show',
  changed: (n: number, since: string) => (n === 1 ? `1 change since ${since}.` : `${n} changes since ${since}.`),
  none: 'No change of status is recorded since then.',
  issued: 'issued',
  by: 'by',
  inForce: (n: number, date: string) => `${n} instruments in force on ${date}`,
  timeline: 'Timeline of instruments',
  timelineNote: 'A bar where an instrument was in force. The line is the chosen day. What is uncertain has no bar.',
  instrument: 'Instrument',
  spans: 'In force',
  chart: 'Bar',
  notVerified: 'not verified',
}

const es: typeof en = {
  title: 'Qué cambió y cuándo',
  lead: 'Todo documento que obliga a una agencia o a una corte tiene una historia: entra en vigor, se reemplaza, se anula, se restablece. Aquí están los cambios y lo vigente en cualquier día.',
  since: 'Cambios desde',
  on: 'Vigente el',
  show: 'Mostrar',
  changed: (n, since) => (n === 1 ? `1 cambio desde el ${since}.` : `${n} cambios desde el ${since}.`),
  none: 'No consta ningún cambio de estado desde entonces.',
  issued: 'emitido',
  by: 'por',
  inForce: (n, date) => `${n} instrumentos vigentes el ${date}`,
  timeline: 'Línea de tiempo de los instrumentos',
  timelineNote:
    'Una barra donde el instrumento estuvo vigente. La línea es el día elegido. Lo incierto no tiene barra.',
  instrument: 'Instrumento',
  spans: 'Vigencia',
  chart: 'Barra',
  notVerified: 'sin verificar',
}

export function changesWords(language: Language): typeof en {
  return language === 'es' ? es : en
}
