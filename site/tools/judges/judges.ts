import { tool } from '#catalog'
import { counted } from '../nouns.ts'

export const judges = tool({
  id: 'judges',
  title: { en: 'Judges and their cases', es: 'Los jueces y sus casos' },
  question: {
    en: 'What kinds of cases does a judge decide, and how many?',
    es: '¿Qué clases de casos decide un juez y cuántos?',
  },
  about: {
    en: 'The mix of cases before a judge comes first: custody, counsel, nationality. Judges stand by name, never by rank; rates need a hundred decisions.',
    es: 'Primero la mezcla de casos ante un juez: custodia, representante, nacionalidad. Los jueces van por nombre, nunca por puesto; las tasas exigen cien decisiones.',
  },
  measures: [
    counted('completions'),
    counted('asylum_decisions', ['asylum_grant_rate'], { panes: ['judge', 'nationality', 'represented', 'custody'] }),
    counted('bond_decisions', ['bond_grant_rate'], { panes: ['judge', 'nationality', 'represented'] }),
  ],
  rates: [],
  panes: ['judge', 'nationality', 'represented', 'custody'],
  choices: [
    'judge',
    'custody',
    'represented',
    'nationality',
    'court',
    'asylum',
    'case_type',
    'outcome_group',
    'fiscal_year',
  ],
  always: ['court', 'judge', 'nationality'],
  withheld: [],
  from: '2011-10',
  min: 100,
  byName: ['judge'],
})
