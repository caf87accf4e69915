import { dimension } from '#catalog'

export const month = dimension({
  id: 'month',
  name: { en: 'Month', es: 'Mes' },
  all: { en: 'All months', es: 'Todos los meses' },
  any: { en: 'any month', es: 'cualquier mes' },
  about: {
    en: 'The month in which it happened; for a stock, the end of that month.',
    es: 'El mes en que ocurrió; para un saldo, el fin de ese mes.',
  },
  kind: 'time',
  grain: 'month',
})
