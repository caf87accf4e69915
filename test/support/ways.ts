import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'

/** The ways in which a task is done: what the browser is like, and how something is pressed, filled and chosen in it. */
export const ways = ['mouse', 'keyboard', 'no scripts', 'Spanish', 'phone'] as const
export type Way = (typeof ways)[number]

const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true }
const settings: Readonly<Record<Way, BrowserContextOptions>> = {
  mouse: {},
  keyboard: {},
  'no scripts': { javaScriptEnabled: false },
  Spanish: {},
  phone,
}

/** Tab is pressed so often at most until the thing has the focus. */
const mostTabs = 400

/** A reader at work on one task, who counts what they do: a press, a text typed, a choice made. */
export class Reader {
  readonly page: Page
  readonly way: Way
  readonly #url: string
  actions = 0

  constructor(page: Page, way: Way, url: string) {
    this.page = page
    this.way = way
    this.#url = url
  }

  /** The texts of both languages as those of this reader. */
  says(en: string, es: string): string {
    return this.way === 'Spanish' ? es : en
  }

  /** Opens an address of the site in the reader's language. */
  async open(path: string): Promise<void> {
    const prefix = this.way === 'Spanish' ? '/es' : ''
    await this.page.goto(this.#url + (prefix + path).replace(/^\/es\/(?=\?|$)/, '/es'))
    await this.settled()
  }

  /** Scripts run and the page that was asked for stands. */
  async settled(): Promise<void> {
    await this.page.waitForLoadState(this.way === 'no scripts' ? 'domcontentloaded' : 'networkidle')
  }

  /** A thing that can be seen, by a selector. On a phone the pane or the sentence that holds it is called up first. */
  async #found(selector: string): Promise<Locator> {
    const all = this.page.locator(selector)
    const [, pane] = /data-testid=pane(\d)/.exec(selector) ?? []
    if (this.way === 'phone' && pane !== undefined) {
      const tab = this.page.locator(`.panetabs input[value="${pane}"]`)
      if (!(await tab.isChecked())) {
        await tab.check()
        this.actions++
      }
    }
    const fold = this.page.locator('.asked:not([open]) > summary')
    if (this.way === 'phone' && selector.startsWith('.say ') && (await fold.isVisible())) {
      await fold.tap()
      this.actions++
    }
    const seen = all.filter({ visible: true }).first()
    await seen.waitFor()
    return seen
  }

  /** Moves the focus there by Tab alone, which proves that the thing can be reached. */
  async #tabTo(thing: Locator): Promise<void> {
    for (let i = 0; i < mostTabs; i++) {
      if (await thing.evaluate((element) => element.ownerDocument.activeElement === element)) return
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`${mostTabs} times Tab did not lead to ${thing}`)
  }

  /** Follows a link, opens a list, ticks a box, sends a form. */
  async press(selector: string): Promise<void> {
    const thing = await this.#found(selector)
    const before = this.page.url()
    const leads = await thing.evaluate((element) =>
      element.matches('a[href]:not([download]), button:not([type=button])'),
    )
    this.actions++
    if (this.way === 'keyboard') {
      await this.#tabTo(thing)
      await this.page.keyboard.press((await thing.getAttribute('type')) === 'checkbox' ? 'Space' : 'Enter')
    } else if (this.way === 'phone') await thing.tap()
    else await thing.click()
    if (leads) await this.page.waitForURL((url) => url.href !== before)
    await this.settled()
  }

  /** Types a text in place of what stands there. */
  async type(selector: string, text: string): Promise<void> {
    const thing = await this.#found(selector)
    this.actions++
    if (this.way !== 'keyboard') return thing.fill(text)
    await this.#tabTo(thing)
    await this.page.keyboard.press('Control+A')
    await this.page.keyboard.type(text)
  }

  /** Chooses from a list of choices. */
  async choose(selector: string, value: string): Promise<void> {
    const thing = await this.#found(selector)
    this.actions++
    if (this.way === 'keyboard') await this.#tabTo(thing)
    await thing.selectOption(value)
  }

  /** Presses what brings a file, and gives its bytes. */
  async fetch(selector: string): Promise<Buffer> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.press(selector)])
    return readFile(await download.path())
  }

  /** What a thing says, with ordinary spaces. */
  async read(selector: string): Promise<string> {
    const text = await (await this.#found(selector)).textContent()
    return (text ?? '').replaceAll(/\s+/g, ' ').trim()
  }

  /** The numbers in what a thing says. */
  async numbers(selector: string): Promise<number[]> {
    await this.#found(selector)
    const text = (await this.page.locator(selector).allTextContents()).join(' ').replaceAll(',', '')
    return [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => Number(number))
  }
}

/** A reader of this way in a browser of their own. */
export async function readerIn(browser: Browser, way: Way, url: string): Promise<Reader> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...settings[way] })
  return new Reader(await context.newPage(), way, url)
}
