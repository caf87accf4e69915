import { profile } from '#catalog'

export const courtProfile = profile({
  id: 'court',
  dimension: 'court',
  title: { en: 'A court', es: 'Una corte' },
  question: { en: 'What does one court look like, all in all?', es: '¿Cómo es una corte en conjunto?' },
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
    { measure: 'hearings_set', tool: 'hearings' },
    { measure: 'days_to_closure', tool: 'processing_time' },
  ],
  series: [
    { measure: 'pending', tool: 'backlog' },
    { measure: 'filings', tool: 'filings' },
    { measure: 'closures', tool: 'outcomes' },
  ],
  lists: [
    { dimension: 'hearing_location', measure: 'pending', tool: 'backlog' },
    { dimension: 'nationality', measure: 'pending', tool: 'backlog' },
    { dimension: 'outcome_group', measure: 'closures', tool: 'outcomes' },
  ],
  min: 25,
})
