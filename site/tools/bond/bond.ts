import { tool } from '#catalog'
import { counted, usual } from '../nouns.ts'

export const bond = tool({
  id: 'bond',
  title: { en: 'Bond decisions', es: 'Decisiones de fianza' },
  question: { en: 'How often do judges grant bond?', es: '¿Con qué frecuencia conceden fianza los jueces?' },
  about: {
    en: 'Decisions of judges on bond, and how often it is granted, by court, nationality and representation.',
    es: 'Decisiones de los jueces sobre fianza y con qué frecuencia se concede, por corte, nacionalidad y representación.',
  },
  measures: [
    counted('bond_decisions', ['bond_grants', 'bond_grant_rate']),
    counted('bond_grant_rate'),
    counted('bond_grants', ['bond_decisions']),
  ],
  rates: [],
  panes: ['court', 'nationality', 'represented'],
  choices: ['court', 'hearing_location', 'nationality', 'represented', 'charge_group', 'sex', 'fiscal_year'],
  always: usual,
  withheld: ['judge'],
  from: '2011-10',
  min: 25,
})
