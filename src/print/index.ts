export { chromiumPath, NotInstalledError } from './chromium.ts'
export { printHtml, printPage } from './print.ts'
