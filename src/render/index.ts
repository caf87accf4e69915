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
export { plain, type SiteWords, type Stretch, stretches, wordsIn } from './words/index.ts'
