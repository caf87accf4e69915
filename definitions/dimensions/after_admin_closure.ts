import { dimension } from '#catalog'

export const afterAdminClosure = dimension({
  id: 'after_admin_closure',
  name: { en: 'After the first administrative closure', es: 'Después del primer cierre administrativo' },
  all: { en: 'Whatever happened then', es: 'Lo que haya pasado después' },
  any: { en: 'whatever happened then', es: 'lo que haya pasado después' },
  about: {
    en: 'How a case that was put aside stands at the end of the release: not back, back and pending, or back and ended in what.',
    es: 'Cómo está al final de la publicación un caso apartado: sin volver, de vuelta y pendiente, o de vuelta y terminado de qué manera.',
  },
  kind: 'code',
  names: {
    inactive: { en: 'Not back: still inactive', es: 'Sin volver: sigue inactivo' },
    ended: { en: 'Not back: ended otherwise', es: 'Sin volver: terminó de otro modo' },
    pending: { en: 'Back: pending', es: 'De vuelta: pendiente' },
    put_aside: { en: 'Back: put aside again', es: 'De vuelta: apartado otra vez' },
    removal_order: { en: 'Back: removal order', es: 'De vuelta: orden de expulsión' },
    voluntary_departure: { en: 'Back: voluntary departure', es: 'De vuelta: salida voluntaria' },
    relief: { en: 'Back: relief granted', es: 'De vuelta: alivio concedido' },
    termination: { en: 'Back: terminated', es: 'De vuelta: terminado' },
    dismissal: { en: 'Back: dismissed', es: 'De vuelta: desestimado' },
    other: { en: 'Back: ended otherwise', es: 'De vuelta: terminó de otro modo' },
    none: { en: 'Not a first administrative closure', es: 'No es un primer cierre administrativo' },
  },
})
