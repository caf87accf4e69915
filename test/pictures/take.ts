import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowser } from '../support/browser.ts'
import { startSite } from '../support/site.ts'
import { type Box, boxesOf, openPicture, pictures } from './pictures.ts'

/** Renews the pictures, the places of their parts and the picture of the README: `npm run pictures`. */
const folder = import.meta.dirname
const [site, browser] = await Promise.all([startSite(), launchBrowser()])
const places: Record<string, readonly Box[]> = {}
for (const picture of pictures) {
  const page = await openPicture(browser, site.url, picture, 0.75)
  places[picture.name] = await boxesOf(page)
  await page.screenshot({ path: join(folder, `${picture.name}.png`) })
  await page.context().close()
}
const readme = { name: 'readme', path: '/tools/pd_closures?court=LOS&from=2012-01&to=2013-12' }
const page = await openPicture(browser, site.url, readme)
await page.setViewportSize({ width: 1280, height: 1150 })
await page.screenshot({ path: join(folder, '../../docs/pd-closures.png') })
const lines = Object.entries(places).map(([name, boxes]) => {
  const all = boxes.map((box) => `    ${JSON.stringify(box)}`).join(',\n')
  return `  ${JSON.stringify(name)}: [\n${all}\n  ]`
})
writeFileSync(join(folder, 'places.json'), `{\n${lines.join(',\n')}\n}\n`)
await browser.close()
await site.close()
