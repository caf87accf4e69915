import { measure } from '#catalog'

export const voluntaryDepartures = measure({
  id: 'voluntary_departures',
  name: { en: 'Voluntary departures', es: 'Salidas voluntarias' },
  about: {
    en: 'Closures in which a judge let the person leave at their own cost.',
    es: 'Cierres en que un juez permitió a la persona salir por su cuenta.',
  },
  kind: 'flow',
  unit: 'closures',
  fact: 'closure',
  where: "outcome_group = 'voluntary_departure'",
  seeAlso: ['closures'],
})
