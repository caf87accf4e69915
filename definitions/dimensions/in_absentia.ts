import { dimension } from '#catalog'

export const inAbsentia = dimension({
  id: 'in_absentia',
  name: { en: 'In absentia', es: 'En ausencia' },
  all: { en: 'In absentia or not', es: 'En ausencia o no' },
  any: { en: 'in absentia or not', es: 'en ausencia o no' },
  about: {
    en: 'Whether the proceeding ended while the person was absent (ABSENTIA is Y).',
    es: 'Si el procedimiento terminó en ausencia de la persona (ABSENTIA es Y).',
  },
  kind: 'code',
  names: {
    yes: { en: 'In absentia', es: 'En ausencia' },
    no: { en: 'Not in absentia', es: 'No en ausencia' },
  },
})
