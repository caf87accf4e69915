/** Whether the closure is one of the prosecutorial-discretion codes. */
export function isPd(dec: string, other: string): boolean {
  return dec === 'I' || other === 'Y' || other === 'M'
}

const adminClosures = 'YMABKPH'

/** Closed by an administrative closure: the case is inactive, not finished. */
export function isInactive(other: string): boolean {
  return other !== '' && adminClosures.includes(other)
}

const asylumOnly = new Set(['AOC', 'WHO', 'NAC'])
const reviews = new Set(['CFR', 'RFR', 'CSR'])
const common = new Set(['RMV', 'DEP', 'EXC', 'AOC', 'WHO', 'NAC', 'REC', 'CFR', 'RFR', 'CSR', 'CDR', 'DCC', 'DDC'])

const byType: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  RMV: {
    X: 'removal_order',
    E: 'removal_order',
    Z: 'removal_order',
    H: 'removal_order',
    V: 'voluntary_departure',
    R: 'relief',
    Q: 'relief',
  },
  DEP: { D: 'removal_order', V: 'voluntary_departure', R: 'relief', Q: 'relief' },
  EXC: { E: 'removal_order', A: 'relief' },
}

/** The group of outcomes that a closure belongs to: every closure has exactly one. */
export function outcomeGroup(type: string, dec: string, other: string): string {
  if (other !== '')
    return !common.has(type)
      ? 'other'
      : other === 'F'
        ? 'no_charging_document'
        : isInactive(other)
          ? 'admin_closure'
          : 'other'
  if (!common.has(type)) return 'other'
  if (dec === 'U') return 'dismissal'
  if (dec === 'I' || (dec === 'T' && !reviews.has(type))) return 'termination'
  if (reviews.has(type)) return dec === 'A' ? 'review_upheld' : dec === 'V' ? 'review_vacated' : 'other'
  if (asylumOnly.has(type)) return dec === 'D' ? 'removal_order' : 'GCEZHQ'.includes(dec) ? 'relief' : 'other'
  return byType[type]?.[dec] ?? 'other'
}
