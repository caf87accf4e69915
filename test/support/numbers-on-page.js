/**
 * Which numbers on a page must carry a receipt. A number is a run of digits in what a reader sees of the main part of a
 * page. It carries one when it stands inside an element with `data-receipt` (several receipts are separated by spaces);
 * `data-cell="#<row>,<column>"` within it says which cell of the answer it is, `data-rows` that it says how many rows
 * there are; `data-receipt-less` names a cell that is taken from it, `data-receipt-over` one that it is divided by. It needs
 * none when it is
 *
 * 1. a date or a period: inside `<time>`, or written as one (a day with its month, a month with its year, a year, FY2012);
 * 2. a name: inside `<code>`, a part of a word (`sha256`, `I-589`) or of an address, a mark that points to a note
 *    (`data-mark`), or the header of a row or column, which names what the numbers are of (`500 Jefferson Street`);
 * 3. a control: a form's own elements, and sets of them (`role="group"`); or hidden from who listens (`aria-hidden`);
 * 4. a count of what stands on the same page: `data-counts="<selector>"`; it is counted here;
 * 5. what others published: inside an element with `data-source`, which names the file or the address it comes from.
 *
 * Read by `numbers-on-page.ts` and run in the browser as it stands.
 */
;(() => {
  const main = document.querySelector('main')
  const proved = []
  const bare = []
  const months =
    'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|ene|abr|ago|dic'
  const dates = new RegExp(
    [
      '\\d{4}-\\d{2}(?:-\\d{2})?(?:-synthetic)?(?:T[\\d:.]+Z?)?',
      `\\d{1,2}\\s+(?:de\\s+)?(?:${months})\\b(?:\\s+(?:de\\s+)?\\d{4})?`,
      `(?:${months})\\s+(?:de\\s+)?\\d{1,2},?\\s+\\d{4}`,
      `(?:${months})\\s+(?:de\\s+)?\\d{4}`,
      'FY\\s?\\d{4}',
      '\\b(?:19|20|21)\\d{2}\\b(?![.,]\\d)',
    ].join('|'),
    'giu',
  )
  const number = /(?<![\p{L}\p{M}\d_@#/.,-])[<−+]?\s?\d[\d,.]*(?:\s?%|\s+percent)?(?![\p{L}_/])/gu
  const skipped =
    'th, time, code, kbd, option, select, button, label, input, textarea, script, style, noscript, [role="group"], [aria-hidden="true"], [data-mark], [data-source]'
  const text = (node) => node.textContent ?? ''
  const walker = document.createTreeWalker(main ?? document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    if (parent === null || parent.closest(skipped) !== null || parent.closest('[data-counts]') !== null) continue
    const read = text(node)
      .replaceAll('\u00a0', ' ')
      .replaceAll(/https?:\S+/g, ' ')
      .replaceAll(dates, ' ')
    for (const match of read.matchAll(number)) {
      const printed = match[0].trim().replace(/[.,]$/, '')
      const owner = parent.closest('[data-receipt]')
      const cell = parent.closest('[data-cell]')
      const rows = parent.closest('[data-rows]')
      const found = {
        text: printed,
        around: text(parent).trim().replaceAll(/\s+/g, ' ').slice(0, 120),
        rows: rows !== null && owner?.contains(rows) === true,
        receipt: owner?.getAttribute('data-receipt') ?? '',
        over: owner?.getAttribute('data-receipt-over') ?? '',
        less: owner?.getAttribute('data-receipt-less') ?? '',
        cell: cell !== null && owner?.contains(cell) === true ? (cell.getAttribute('data-cell') ?? '') : '',
      }
      if (found.receipt === '') bare.push(found)
      else proved.push(found)
    }
  }
  const miscounted = [...(main?.querySelectorAll('[data-counts]') ?? [])].flatMap((element) => {
    const selector = element.getAttribute('data-counts') ?? ''
    const said = Number(text(element).replaceAll(/[^\d]/g, ''))
    const there = main?.querySelectorAll(selector).length ?? 0
    return said === there ? [] : [`${text(element)} said, ${there} of ${selector} there`]
  })
  const listed = Object.fromEntries(
    [...document.querySelectorAll('[id^="receipt-"]')].map((element) => [
      element.id.slice('receipt-'.length),
      text(element.querySelector('code.receipt') ?? element).trim(),
    ]),
  )
  const sources = [...document.querySelectorAll('main [data-source]')].map((e) => e.getAttribute('data-source') ?? '')
  return { proved, bare, miscounted, sources: [...new Set(sources)], listed }
})()
