import { profile } from '#catalog'

export const nationalityProfile = profile({
  id: 'nationality',
  dimension: 'nationality',
  title: { en: 'A nationality', es: 'Una nacionalidad' },
  question: {
    en: 'What do the cases of one nationality look like, all in all?',
    es: '¿Cómo son en conjunto los casos de una nacionalidad?',
  },
  now: [
    { measure: 'pending', tool: 'backlog' },
    { measure: 'days_waiting', tool: 'backlog' },
    { measure: 'inactive', tool: 'inactive' },
    { measure: 'represented_share', tool: 'representation' },
  ],
  year: [
    { measure: 'filings', tool: 'filings' },
    { measure: 'closures', tool: 'outcomes' },
    { measure: 'removal_orders', tool: 'outcomes' },
    { measure: 'relief_grants', tool: 'outcomes' },
    { measure: 'dismissals', tool: 'outcomes' },
    { measure: 'pd_closures', tool: 'pd_closures' },
    { measure: 'recalendared', tool: 'inactive' },
    { measure: 'in_absentia_rate', tool: 'outcomes' },
    { measure: 'asylum_grant_rate', tool: 'asylum' },
    { measure: 'bond_grant_rate', tool: 'bond' },
    { measure: 'days_to_closure', tool: 'processing_time' },
  ],
  series: [
    { measure: 'pending', tool: 'backlog' },
    { measure: 'filings', tool: 'filings' },
    { measure: 'closures', tool: 'outcomes' },
  ],
  lists: [
    { dimension: 'court', measure: 'pending', tool: 'backlog' },
    { dimension: 'outcome_group', measure: 'closures', tool: 'outcomes' },
    { dimension: 'represented', measure: 'pending', tool: 'backlog' },
  ],
  min: 25,
})
