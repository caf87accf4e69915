import { dimension } from '#catalog'

export const asylum = dimension({
  id: 'asylum',
  name: { en: 'Asylum', es: 'Asilo' },
  all: { en: 'With or without asylum', es: 'Con o sin asilo' },
  any: { en: 'with or without asylum', es: 'con o sin asilo' },
  about: {
    en: 'Whether asylum was sought in the case: affirmative (began at USCIS), defensive (in court), unknown (an application without a type), none.',
    es: 'Si se pidió asilo en el caso: afirmativo (empezó en USCIS), defensivo (en corte), desconocido (solicitud sin tipo), ninguno.',
  },
  kind: 'code',
  names: {
    none: { en: 'No asylum claim', es: 'Sin solicitud de asilo' },
    affirmative: { en: 'Affirmative', es: 'Afirmativo' },
    defensive: { en: 'Defensive', es: 'Defensivo' },
    unknown: { en: 'Application without a type', es: 'Solicitud sin tipo' },
  },
})
