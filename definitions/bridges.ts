import type { Bridge, BridgeReason } from '#catalog'

const caseType: BridgeReason = {
  id: 'case_type',
  says: {
    en: 'Case types that EOIR does not count',
    es: 'Tipos de caso que EOIR no cuenta',
  },
  when: "case_type NOT IN ('AOC', 'DEP', 'EXC', 'RMV', 'WHO')",
  by: 'case_type',
}

const notDecided: readonly BridgeReason[] = [
  {
    id: 'admin_closure',
    says: {
      en: 'Administrative closures: the case is put aside, not decided',
      es: 'Cierres administrativos: el caso se aparta, no se decide',
    },
    when: "NOT by_decision AND outcome_group = 'admin_closure'",
    by: 'closure_type',
  },
  {
    id: 'no_decision',
    says: { en: 'Other ends without a decision of a judge', es: 'Otros cierres sin decisión de un juez' },
    when: 'NOT by_decision',
    by: 'closure_type',
  },
]

const later: BridgeReason = {
  id: 'later_decision',
  says: { en: 'A later decision of a case decided before', es: 'Una decisión posterior de un caso ya decidido' },
  when: 'by_decision AND NOT first_decision',
  by: 'outcome_group',
}

const counsel: readonly BridgeReason[] = [
  {
    id: 'appearance_only',
    says: {
      en: 'An appearance is dated on the case, and no representative before the court is recorded',
      es: 'El caso lleva fecha de comparecencia y no consta ningún representante ante la corte',
    },
    when: 't.case_id IS NULL',
  },
  {
    id: 'representative_only',
    says: {
      en: 'A representative before the court is recorded, and no appearance is dated on the case',
      es: 'Consta un representante ante la corte y el caso no lleva fecha de comparecencia',
    },
    when: "f.represented <> 'yes'",
  },
]

/** What leads from one definition to its rival: each reason is counted in the data, and all of them sum to the difference. */
export const bridges: readonly Bridge[] = [
  { from: 'closures', to: 'closures@eoir', reasons: [...notDecided, caseType] },
  { from: 'closures', to: 'completions', reasons: notDecided },
  { from: 'closures', to: 'initial_completions', reasons: [...notDecided, later] },
  { from: 'completions', to: 'completions@eoir', reasons: [caseType] },
  { from: 'completions', to: 'initial_completions', reasons: [later] },
  { from: 'initial_completions', to: 'initial_completions@eoir', reasons: [caseType] },
  { from: 'pending', to: 'pending@eoir', reasons: [caseType] },
  { from: 'pending', to: 'pending_represented', reasons: [] },
  {
    from: 'pending',
    to: 'pending@quick',
    match: 'case_id',
    reasons: [
      {
        id: 'between_courts',
        says: {
          en: 'The last proceeding has an end, a move, and no later one has begun: still pending',
          es: 'El último procedimiento terminó, con un traslado, y no ha empezado otro: sigue pendiente',
        },
        when: 't.case_id IS NULL',
        by: 'court',
      },
      {
        id: 'decided_elsewhere',
        says: {
          en: 'The last proceeding has no end, but another one of the case was decided later: no longer pending',
          es: 'El último procedimiento no tiene final, pero otro del caso se decidió después: ya no está pendiente',
        },
        when: 'f.case_id IS NULL',
        by: 'court',
      },
      {
        id: 'put_aside_elsewhere',
        says: {
          en: 'The last proceeding has no end, but another one of the case was administratively closed later: inactive',
          es: 'El último procedimiento no tiene final, pero otro del caso se cerró administrativamente después: inactivo',
        },
        when: "f.status = 'inactive'",
        by: 'court',
      },
      {
        id: 'other_filters',
        says: {
          en: 'Counted by both, from proceedings that differ in what is filtered by',
          es: 'Contados por ambas, desde procedimientos que difieren en lo que se filtra',
        },
        when: 'TRUE',
      },
    ],
  },
  { from: 'pending_represented', to: 'pending_represented@court', match: 'case_id', reasons: counsel },
]
