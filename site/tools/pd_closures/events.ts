import type { TimelineEvent } from '../../../src/web/explorer/events.ts'

/** What happened to prosecutorial discretion, as far as it shows in the numbers. */
export const pdEvents: readonly TimelineEvent[] = [
  {
    start: '2011-11-17',
    page: '/library/ice-guidance-criteria-2011',
    text: {
      en: 'Nationwide review of incoming and certain pending cases begins',
      es: 'Comienza la revisión nacional de casos nuevos y de ciertos pendientes',
    },
  },
  {
    start: '2011-12-04',
    page: '/calendar?kind=pilot',
    end: '2012-01-13',
    courts: ['DEN', 'BAL'],
    local: true,
    text: { en: 'Pilot reviews in Denver and Baltimore', es: 'Revisiones piloto en Denver y Baltimore' },
  },
  {
    start: '2012-04-23',
    page: '/calendar?kind=docket_suspension',
    end: '2012-05-18',
    courts: ['DET', 'NOL', 'ORL', 'SEA', 'NYC'],
    local: true,
    text: {
      en: 'Non-detained dockets partly suspended in Detroit, New Orleans, Orlando, Seattle (from 23 April) and New York (from 7 May)',
      es: 'Audiencias de no detenidos suspendidas en parte en Detroit, Nueva Orleans, Orlando, Seattle (desde el 23 de abril) y Nueva York (desde el 7 de mayo)',
    },
  },
  {
    start: '2012-06-04',
    page: '/calendar?kind=docket_suspension&court=SFR',
    end: '2012-06-15',
    courts: ['SFR'],
    local: true,
    text: { en: '… in San Francisco', es: '… en San Francisco' },
  },
  {
    start: '2012-07-09',
    page: '/calendar?kind=docket_suspension&court=LOS',
    end: '2012-07-20',
    courts: ['LOS'],
    local: true,
    text: { en: '… in Los Angeles', es: '… en Los Ángeles' },
  },
  {
    start: '2014-11-20',
    page: '/library/dhs-johnson-2014',
    text: {
      en: 'The framework of 2011 is replaced by new enforcement priorities',
      es: 'Nuevas prioridades reemplazan el marco de 2011',
    },
  },
  {
    start: '2017-02-20',
    page: '/library/dhs-kelly-2017',
    text: { en: 'The priorities of 2014 are rescinded', es: 'Se derogan las prioridades de 2014' },
  },
  {
    start: '2018-05-17',
    page: '/library/ag-castro-tum-2018',
    text: {
      en: 'Matter of Castro-Tum ends general administrative closure',
      es: 'Matter of Castro-Tum pone fin al cierre administrativo general',
    },
  },
  {
    start: '2021-05-27',
    page: '/library/ice-trasvina-2021',
    text: { en: 'Interim guidance on discretion in force', es: 'Rigen directrices provisionales sobre discreción' },
  },
  {
    start: '2022-04-25',
    page: '/library/ice-doyle-2022',
    text: { en: 'Doyle memorandum in effect', es: 'Entra en vigor el memorando Doyle' },
  },
  {
    start: '2025-04-18',
    page: '/library/eoir-cancel-dm-22-03',
    text: {
      en: 'EOIR cancels its closure guidance of 2021',
      es: 'La EOIR deja sin efecto sus directrices de cierre de 2021',
    },
  },
]
