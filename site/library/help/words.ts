import type { Language } from '#catalog'
import type { FactId } from './facts.ts'

/** A name, what it means, and the fact behind it where there is one that can change. */
type Item = readonly [name: string, text: string, fact?: FactId]

const en = {
  title: 'You have a paper from the immigration court',
  lead: 'What common papers mean, what to do first, and whom to trust. You can print this on one page.',
  notAdvice:
    'This is not legal advice. Every case is different. Ask a lawyer or an accredited representative before you sign or agree to anything.',
  parts: [
    {
      title: 'What your paper may be',
      items: [
        [
          'Notice to Appear',
          'The government starts a case to make you leave. It says why, and often when and where to go. Go to every hearing.',
        ],
        [
          'Notice of Hearing',
          'It tells the date, time and place. If you do not go, the judge can order you to leave without hearing you.',
        ],
        [
          'Order of administrative closure',
          'Your case leaves the calendar. It is not over, and you have no new legal status. It can come back.',
        ],
        [
          'Motion to recalendar',
          'Someone asks the judge to put a closed case back on the calendar. You can answer in writing. Ask for help soon: the time is short.',
        ],
        [
          'Motion to dismiss',
          'The government asks to end the case. That can sound good, but it can end your work permit and your asylum application in court, and you may be arrested. You may say that you disagree.',
        ],
        [
          'Order of termination',
          'The court case has ended. It does not give you a visa or a green card. The government can start again.',
        ],
      ],
    },
    {
      title: 'What to do first',
      items: [
        [
          'Go to your hearing',
          'Even if you have no lawyer. Bring this paper. If you fear to go, ask a lawyer before the date, not after.',
        ],
        [
          'Check your case',
          'Call the court line, 1-800-898-7180, day or night. You need your A-number. It is free and also in Spanish.',
          'court_line',
        ],
        [
          'Tell the court your address',
          'Within 5 days of a move, with form EOIR-33. Old closed cases are coming back. The letter goes to the address that the court has.',
          'address',
        ],
        ['Keep copies', 'Of each paper, each envelope and each receipt.'],
      ],
    },
    {
      title: 'Whom to trust',
      items: [
        ['A lawyer', 'Ask for the state and the number of the license, and look it up.'],
        ['Free help', 'Each court has a list of groups that may help for free. Ask the court for it.', 'free_help'],
        [
          'An accredited representative',
          'A person whom the Department of Justice allows to help, at a nonprofit group on its list.',
          'accredited',
        ],
        [
          'Not a notario',
          'A notary, a “notario”, an immigration consultant or a form filler is not a lawyer here and may not give legal advice.',
        ],
        [
          'Signs of fraud',
          'A promise to win. “I know someone inside.” Cash and no receipt. Blank papers to sign. They keep your papers. Nobody can sell you prosecutorial discretion: there is no form and no fee for it.',
        ],
        ['Report fraud', 'To the FTC: reportfraud.ftc.gov. In Spanish: reportefraude.ftc.gov.', 'fraud'],
      ],
    },
  ] as readonly { readonly title: string; readonly items: readonly Item[] }[],
  more: 'What each outcome means, with the rules behind it',
  age: (grade: string) => `Written for a reading age of 12 years at most. Measured: Flesch-Kincaid grade ${grade}.`,
  asOf: 'As of November 2026. The law changes often.',
  source: (who: string, date: string) => `Source: ${who}; read ${date}.`,
  kept: 'This page is now kept on this device. It opens without internet.',
  remove: 'Remove it from this device',
  removed: 'It was removed from this device. If you open this page again, it is kept again.',
}

const es: typeof en = {
  title: 'Usted tiene un papel de la corte de inmigración',
  lead: 'Qué significan los papeles comunes, qué hacer primero y en quién confiar. Puede imprimirlo en una página.',
  notAdvice:
    'Esto no es asesoría legal. Cada caso es distinto. Pregunte a un abogado o a un representante acreditado antes de firmar o aceptar algo.',
  parts: [
    {
      title: 'Qué papel puede ser',
      items: [
        [
          'Notificación de comparecencia (Notice to Appear)',
          'El gobierno empieza un caso para que usted salga del país. Dice por qué y a menudo cuándo y adónde ir. Vaya a todas las audiencias.',
        ],
        [
          'Aviso de audiencia (Notice of Hearing)',
          'Dice la fecha, la hora y el lugar. Si no va, el juez puede ordenar su salida sin oírlo.',
        ],
        [
          'Orden de cierre administrativo',
          'Su caso sale del calendario. No terminó, y usted no tiene un nuevo estatus legal. El caso puede volver.',
        ],
        [
          'Moción para reactivar (recalendar)',
          'Alguien pide al juez que un caso cerrado vuelva al calendario. Usted puede responder por escrito. Busque ayuda pronto: hay poco tiempo.',
        ],
        [
          'Moción de desestimación (dismiss)',
          'El gobierno pide terminar el caso. Puede sonar bien, pero puede acabar con su permiso de trabajo y su solicitud de asilo en la corte, y pueden arrestarlo. Usted puede decir que no está de acuerdo.',
        ],
        [
          'Orden de terminación',
          'El caso en la corte terminó. No le da visa ni residencia. El gobierno puede empezar otra vez.',
        ],
      ],
    },
    {
      title: 'Qué hacer primero',
      items: [
        [
          'Vaya a su audiencia',
          'Aunque no tenga abogado. Lleve este papel. Si tiene miedo de ir, pregunte a un abogado antes de la fecha, no después.',
        ],
        [
          'Revise su caso',
          'Llame a la línea de la corte, 1-800-898-7180, de día o de noche. Necesita su número A. Es gratis y también en español.',
          'court_line',
        ],
        [
          'Diga su dirección a la corte',
          'Dentro de 5 días de mudarse, con el formulario EOIR-33. Están volviendo casos cerrados hace años. La carta va a la dirección que tiene la corte.',
          'address',
        ],
        ['Guarde copias', 'De cada papel, cada sobre y cada recibo.'],
      ],
    },
    {
      title: 'En quién confiar',
      items: [
        ['Un abogado', 'Pida el estado y el número de su licencia, y compruébelos.'],
        [
          'Ayuda gratis',
          'Cada corte tiene una lista de grupos que pueden ayudar gratis. Pídala en la corte.',
          'free_help',
        ],
        [
          'Un representante acreditado',
          'Una persona a quien el Departamento de Justicia deja ayudar, en un grupo sin fines de lucro de su lista.',
          'accredited',
        ],
        [
          'No un notario',
          'Aquí un notario público, un «notario», un consultor o quien llena formularios no es abogado y no puede dar consejo legal.',
        ],
        [
          'Señales de fraude',
          'Promete ganar. «Conozco a alguien adentro.» Pide efectivo sin recibo. Le da papeles en blanco para firmar. Se queda con sus papeles. Nadie puede venderle la discreción procesal: no tiene formulario ni tarifa.',
        ],
        [
          'Denuncie el fraude',
          'Ante la FTC, en español: reportefraude.ftc.gov. En inglés: reportfraud.ftc.gov.',
          'fraud',
        ],
      ],
    },
  ],
  more: 'Qué significa cada resultado, con las reglas que lo fundan',
  age: (ease) =>
    `Escrito para una edad de lectura de 12 años como máximo. Medido: INFLESZ ${ease} (65 o más: bastante fácil).`,
  asOf: 'A noviembre de 2026. La ley cambia a menudo.',
  source: (who, date) => `Fuente: ${who}; leído el ${date}.`,
  kept: 'Esta página queda guardada en este aparato. Se abre sin internet.',
  remove: 'Quitarla de este aparato',
  removed: 'Se quitó de este aparato. Si vuelve a abrir esta página, se guarda otra vez.',
}

export function helpWords(language: Language): typeof en {
  return language === 'es' ? es : en
}

/** The running text of the page: what its reading age is measured on. */
export function runningText({ lead, notAdvice, parts }: typeof en): readonly string[] {
  return [lead, notAdvice, ...parts.flatMap(({ items }) => items.map(([, text]) => text))]
}
