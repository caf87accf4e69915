import { dimension } from '#catalog'

export const sex = dimension({
  id: 'sex',
  name: { en: 'Sex', es: 'Sexo' },
  all: { en: 'All', es: 'Todos' },
  any: { en: 'any sex', es: 'cualquier sexo' },
  about: { en: 'The sex that EOIR records on the case.', es: 'El sexo que EOIR registra en el caso.' },
  kind: 'code',
  names: {
    F: { en: 'Female', es: 'Femenino' },
    M: { en: 'Male', es: 'Masculino' },
    none: { en: 'Not stated', es: 'Sin dato' },
  },
})
