import { measure } from '#catalog'

export const asylumApplications = measure({
  id: 'asylum_applications',
  name: { en: 'Asylum applications', es: 'Solicitudes de asilo' },
  about: {
    en: 'Cases with a first asylum application received in the period.',
    es: 'Casos con una primera solicitud de asilo recibida en el periodo.',
  },
  kind: 'flow',
  unit: 'cases',
  fact: 'application',
  where: 'first_asylum',
  seeAlso: ['asylum_decisions'],
})
