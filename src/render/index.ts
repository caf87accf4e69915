export {
  capital,
  formatDate,
  formatMonth,
  formatNumber,
  formatPeriod,
  formatShare,
  formatShortMonth,
  sentenceList,
} from './format.ts'
