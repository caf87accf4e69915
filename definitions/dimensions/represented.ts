import { dimension } from '#catalog'

export const represented = dimension({
  id: 'represented',
  name: { en: 'Representation', es: 'Representación' },
  all: { en: 'With or without counsel', es: 'Con o sin representante' },
  any: { en: 'with or without counsel', es: 'con o sin representante' },
  about: {
    en: 'Whether counsel for the person ever entered an appearance in the case (form E-28). Never counsel of DHS.',
    es: 'Si un representante de la persona compareció alguna vez en el caso (formulario E-28). Nunca abogados del DHS.',
  },
  kind: 'code',
  names: {
    yes: { en: 'Represented', es: 'Con representante' },
    no: { en: 'Not represented', es: 'Sin representante' },
    none: { en: 'Not stated', es: 'Sin dato' },
  },
})
