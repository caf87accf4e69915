import type { Language } from '#catalog'

const en = {
  title: 'The review of 2011 and 2012 in numbers',
  lead: 'ICE went through the files of pending cases. A file could be reviewed, found amenable, offered closure, declined or accepted, and closed. Each figure here has its date, its base and its source.',
  caution:
    'Amenable is not closed: 16,544 amenable in April 2012 was widely reported as cases shelved, when nearly 3,000 were closed. And 298,173 is the number of cases pending at the end of September 2011, not of cases reviewed.',
  axis: 'Each stage has an axis of its own. Different stages are never drawn on one.',
  stages: { reviewed: 'Reviewed', amenable: 'Amenable', offered: 'Offered', declined: 'Declined', closed: 'Closed' },
  about: {
    reviewed:
      'The file was read against the checklists and the June 17 factors. Base: all cases planned for review, 411,000.',
    amenable: 'Provisionally eligible, before the background check. Base: files reviewed.',
    offered:
      'A letter offering closure, sometimes dismissal. Base: files amenable. How many accepted was not published.',
    declined:
      'The person preferred to go on, many to fight for permanent status: closure gave neither status nor a work permit. Base: offers made.',
    closed: 'Closed by the judge, as ICE counted it.',
  },
  asOf: 'As of',
  count: 'Count',
  share: 'Share',
  source: 'Source',
  of: { reviewed: 'of files reviewed', pending_base: 'of 298,173 pending on 30 September 2011' } as Readonly<
    Record<string, string>
  >,
  approximate: { about: 'about', nearly: 'nearly' } as Readonly<Record<string, string>>,
  none: 'not published',
  side: 'Closed: agency and court side by side',
  agency: 'Counted by ICE',
  court: 'Counted from court records (TRAC)',
  why: 'The two differ. On 29 May 2012 ICE counted 4,403; court records to 31 May give 4,585. The dates differ by two days, ICE counted its own case files and the courts count their orders, and an order may be recorded days after or before the office counts it. Neither is wrong; say which one you use.',
  sums: 'The figures of 29 May add up',
  sumReviewed: (a: string, b: string, sum: string) => `${a} not detained + ${b} detained = ${sum} reviewed`,
  sumAmenable: (a: string, b: string, c: string, sum: string) =>
    `${a} closed + ${b} declined + ${c} undecided or in the background check = ${sum} amenable and not detained`,
  readings:
    'SCPR groups the 12,247 as undecided or in background check; Immigration Impact says about 12,300 had not yet been offered.',
  pilots: 'The pilots in Denver and Baltimore, to 13 January 2012',
  place: 'Place',
  stage: 'Stage',
  where: { denver: 'Denver', baltimore: 'Baltimore', all: 'all' } as Readonly<Record<string, string>>,
  later:
    'Later shares have another base: TRAC’s 4.7 percent of fiscal year 2012 is PD closures of all closures that year. They are not on this page.',
  tool: 'Court records in the tool, October 2011 to July 2012',
}

const es: typeof en = {
  title: 'La revisión de 2011 y 2012 en cifras',
  lead: 'ICE recorrió los expedientes de los casos pendientes. Un expediente podía revisarse, hallarse admisible, recibir una oferta de cierre, ser rechazada o aceptada, y cerrarse. Cada cifra lleva su fecha, su base y su fuente.',
  caution:
    'Admisible no es cerrado: los 16,544 admisibles de abril de 2012 se difundieron como casos archivados, cuando los cerrados eran casi 3,000. Y 298,173 son los casos pendientes a fines de septiembre de 2011, no los revisados.',
  axis: 'Cada etapa tiene su propio eje. Etapas distintas nunca se dibujan en uno solo.',
  stages: {
    reviewed: 'Revisados',
    amenable: 'Admisibles',
    offered: 'Ofrecidos',
    declined: 'Rechazados',
    closed: 'Cerrados',
  },
  about: {
    reviewed:
      'El expediente se leyó con las listas de control y los factores del 17 de junio. Base: todos los casos por revisar, 411,000.',
    amenable: 'Admisibles provisionalmente, antes de la verificación de antecedentes. Base: expedientes revisados.',
    offered:
      'Una carta que ofrece el cierre, a veces la desestimación. Base: admisibles. No se publicó cuántos aceptaron.',
    declined:
      'La persona prefirió seguir, muchas para luchar por un estatus permanente: el cierre no daba estatus ni permiso de trabajo. Base: ofertas hechas.',
    closed: 'Cerrados por la corte, según la cuenta de ICE.',
  },
  asOf: 'Al',
  count: 'Cuenta',
  share: 'Proporción',
  source: 'Fuente',
  of: { reviewed: 'de los expedientes revisados', pending_base: 'de 298,173 pendientes el 30 de septiembre de 2011' },
  approximate: { about: 'cerca de', nearly: 'casi' },
  none: 'no se publicó',
  side: 'Cerrados: agencia y cortes lado a lado',
  agency: 'Según ICE',
  court: 'Según los registros de las cortes (TRAC)',
  why: 'Las dos cuentas difieren. El 29 de mayo de 2012 ICE contó 4,403; los registros de las cortes hasta el 31 de mayo dan 4,585. Las fechas difieren en dos días, ICE contó sus propios expedientes y las cortes cuentan sus órdenes, y una orden puede registrarse días antes o después. Ninguna es errónea; diga cuál usa.',
  sums: 'Las cifras del 29 de mayo cuadran',
  sumReviewed: (a, b, sum) => `${a} no detenidos + ${b} detenidos = ${sum} revisados`,
  sumAmenable: (a, b, c, sum) =>
    `${a} cerrados + ${b} rechazados + ${c} sin decidir o en verificación = ${sum} admisibles no detenidos`,
  readings:
    'SCPR agrupa los 12,247 como sin decidir o en verificación; Immigration Impact dice que a unos 12,300 aún no se les había ofrecido.',
  pilots: 'Los pilotos de Denver y Baltimore, hasta el 13 de enero de 2012',
  place: 'Lugar',
  stage: 'Etapa',
  where: { denver: 'Denver', baltimore: 'Baltimore', all: 'todos' },
  later:
    'Las proporciones posteriores tienen otra base: el 4.7 por ciento de TRAC para el año fiscal 2012 son cierres por discreción entre todos los cierres de ese año. No están en esta página.',
  tool: 'Registros de las cortes en la herramienta, de octubre de 2011 a julio de 2012',
}

export function reviewWords(language: Language): typeof en {
  return language === 'es' ? es : en
}
