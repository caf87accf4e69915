import { dimension } from '#catalog'

export const caseType = dimension({
  id: 'case_type',
  name: { en: 'Case type', es: 'Tipo de caso' },
  all: { en: 'All case types', es: 'Todos los tipos de caso' },
  any: { en: 'any case type', es: 'cualquier tipo de caso' },
  about: {
    en: 'The kind of proceeding: removal, deportation, asylum only, and so on.',
    es: 'La clase de procedimiento: expulsión, deportación, solo asilo, etc.',
  },
  kind: 'code',
  labels: `SELECT strCode AS code, min(strDescription) AS label FROM tables.case_type GROUP BY 1`,
  names: {
    RMV: { en: 'Removal', es: 'Expulsión (removal)' },
    DEP: { en: 'Deportation', es: 'Deportación' },
    EXC: { en: 'Exclusion', es: 'Exclusión' },
    AOC: { en: 'Asylum only', es: 'Solo asilo' },
    WHO: { en: 'Withholding only', es: 'Solo suspensión de expulsión' },
    NAC: { en: 'NACARA', es: 'NACARA' },
    CFR: { en: 'Credible fear review', es: 'Revisión de temor creíble' },
    RFR: { en: 'Reasonable fear review', es: 'Revisión de temor razonable' },
    CSR: { en: 'Claimed status review', es: 'Revisión de estatus alegado' },
    REC: { en: 'Rescission', es: 'Rescisión' },
    CDR: { en: 'Continued detention review', es: 'Revisión de detención prolongada' },
    DCC: { en: 'Departure control', es: 'Control de salida' },
    DDC: { en: 'DHS officer appeal', es: 'Apelación de decisión de oficial del DHS' },
    none: { en: 'Not stated', es: 'Sin dato' },
  },
})
