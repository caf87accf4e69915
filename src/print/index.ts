export { chromiumPath, NotInstalledError } from './chromium.ts'
export { drawPicture, printHtml, printPage } from './print.ts'
