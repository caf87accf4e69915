import { formatNumber } from '../format.ts'

const n = (value: number) => formatNumber(value, 'en')

/** The labels and sentences of the tools in English; `explorer-es.ts` has the same shape. Text between ** is strong. */
export const explorerEn = {
  mean: 'Mean',
  parts: {
    median: 'median',
    p90: '90th percentile',
    n: 'number',
    numerator: 'numerator',
    denominator: 'base',
  },
  /** The sentence of controls. */
  countedChoice: 'What is counted',
  change: 'Change',
  asOne: (many: string) => many,
  /** The sentence that answers. */
  says: {
    flow: (subject: string, count: string, unit: string, qualifiers: string, from: string, to: string) =>
      `${subject} recorded **${count}** ${unit}${qualifiers} from ${from} to ${to}`,
    flowUpTo: (subject: string, count: string, unit: string, qualifiers: string, to: string) =>
      `${subject} recorded **${count}** ${unit}${qualifiers} up to ${to}`,
    stock: (subject: string, count: string, unit: string, qualifiers: string, day: string) =>
      `${subject} had **${count}** ${unit}${qualifiers} on ${day}`,
    rate: (subject: string, name: string, share: string, of: string, base: string, qualifiers: string, when: string) =>
      `${subject}: ${name} **${share}**${qualifiers}, ${of} of ${base} ${when}`,
    days: (subject: string, name: string, mean: string, median: string, p90: string, cases: string, when: string) =>
      `${subject}: **${mean}** ${name} on average ${when}; half of the ${cases} took ${median} or fewer, one in ten more than ${p90}`,
    besideRate: (name: string, share: string) => `. ${name}: **${share}**`,
    besideCount: (name: string, count: string) => `. ${name}: ${count}`,
    besideDays: (name: string, mean: string, median: string) => `. ${name}: ${mean} on average, median ${median}`,
    country: (value: string) => ` Nationwide: ${value}.`,
    missing: (subject: string, name: string, reason: string) => `${subject}: ${name} cannot be told here (${reason}).`,
    between: (from: string, to: string) => `from ${from} to ${to}`,
    upTo: (to: string) => `up to ${to}`,
    onDay: (day: string) => `on ${day}`,
    no: 'no',
    smallBase: (base: string) => ` The base is small (${base}): read the count, not the percentage.`,
  },
  /** The figure and its controls. */
  draw: {
    legend: 'Draw',
    open: 'drawn as',
    kinds: {
      bars: 'bars',
      lines: 'a line',
      multiples: 'small charts side by side',
      dots: 'dots with their intervals',
      map: 'maps, by state and by court',
    },
    kindShort: { bars: 'bar chart', lines: 'line chart', multiples: 'small charts', dots: 'dot plot', map: 'map' },
    grain: 'By',
    grains: { month: 'month', fiscal_year: 'fiscal year', calendar_year: 'calendar year' },
    unit: 'Shown as',
    units: { number: 'number', percent: 'percent of all', index: 'index, first period = 100' },
    unitShort: { number: '', percent: 'percent of all', index: 'index, first period = 100' },
    split: 'Compare',
    noSplit: 'nothing: one series',
    splitBy: (name: string) => `by ${name}`,
    splitHint: (most: number) =>
      `Draws the values that you filter for, up to ${most}; with fewer than two, the largest ones.`,
    by: (what: string, grain: string) => `${what} by ${grain}`,
    across: (what: string, dimension: string) => `${what} by ${dimension}`,
    interval:
      'The bar through a dot holds the true rate in nineteen of twenty cases like this one (Wilson). A hollow dot rests on fewer than the smallest base.',
    noInterval: 'A count has no interval: it is all there is in the release.',
    classes: 'Five classes; the breaks are printed below.',
    classRange: (from: string, to: string) => `${from} to ${to}`,
    noneThere: 'none',
    mapTitle: 'The same as a map: each tile a state or territory',
    placesTitle: (name: string) => `The same by ${name}: a circle at each place, its area is the number`,
    placesAbout: (list: string) => `A map of circles. The largest: ${list}.`,
    placesApart: (list: string) => `Not on the map, since they stand in no one place: ${list}.`,
    placesList: 'The same as a list, the largest first',
    placesSource:
      'Cities: GeoNames, CC BY 4.0; outlines: U.S. Census Bureau. Alaska at a third of its size; the farthest islands stand beside the map.',
    rankedTitle: 'Ranked',
    elsewhere: 'No court of its own here; cases are heard elsewhere or by video.',
    tooFew: 'too few to rate',
    base: (count: string) => `n = ${count}`,
    provisional: 'provisional',
    eventsAll: 'All documents of this time in the library',
    otherEvents: (count: number) => (count === 1 ? '1 more event' : `${n(count)} more events`),
    empty: 'There is nothing to draw: no row matches.',
    about: (what: string, list: string) => `${what}. ${list}`,
    latest: (name: string, value: string, when: string) => `${name}: ${value} (${when})`,
    walked: (series: string, period: string, value: string) => `${series}, ${period}: ${value}`,
    change: (by: string, percent: string | undefined) =>
      percent === undefined ? `, ${by} on the period before` : `, ${by} (${percent}) on the period before`,
    hint: 'Left and right arrows walk the periods, up and down change the series, Home and End jump, Enter looks at that period alone, Escape leaves.',
    periodColumn: 'Period',
    peak: (when: string, value: string) => `The highest value was in ${when}: ${value}.`,
    lowest: (when: string, value: string) => `The lowest was in ${when}: ${value}.`,
    difference: 'Change:',
    lastTwo: (before: string, was: string, last: string, is: string) =>
      `The last two complete periods: ${before}, ${was}; ${last}, ${is}.`,
  },
  /** The row of things to do with a view. */
  take: {
    citeAs: 'As text',
    bibtex: 'BibTeX',
    csl: 'CSL-JSON',
    seen: 'What you see',
    all: 'All rows',
    figure: 'The figure',
    everything: 'Everything on this page',
    picture: 'The chart as a picture',
    svg: 'SVG',
    png: 'PNG',
    embed: 'Embed',
    embedHint: 'Paste this where the figure should stand. It shows the newest numbers; add release= for fixed ones.',
    embedCode: 'Code',
    oembed: 'oEmbed address',
    follow: 'Follow',
    followHint: 'An Atom feed with one entry for each release: the answer to this very question.',
    feed: 'Atom feed',
    print: 'Print',
    source: (release: string, asOf: string) => `Source: EOIR case data, release ${release}, as of ${asOf}. opendocket.`,
    sourceSynthetic: (release: string, asOf: string) =>
      `SYNTHETIC DATA, release ${release}, as of ${asOf}. opendocket.`,
    receipt: (receipt: string) => `Receipt ${receipt}`,
    openTool: 'Open in opendocket',
  },
  /** Panes. */
  panes: {
    add: 'Add a pane',
    remove: (name: string) => `Remove the pane ${name}`,
    addHint: 'Up to five lists stand side by side.',
    rank: 'by name; a rate needs its base',
    nothing: 'No row matches these filters.',
  },
  /** An empty view. */
  empty: {
    all: 'Nothing matches these filters together.',
    because: (filter: string, count: string, isOne: boolean) =>
      `Without “${filter}” there ${isOne ? 'is' : 'are'} ${count}.`,
    drop: (filter: string) => `Drop ${filter}`,
    near: (what: string, list: string) => `Under the other filters, the most by ${what}: ${list}.`,
    period: 'Nothing falls into this period.',
    wholePeriod: 'Look at all periods',
  },
  /** The definition switch. */
  definition: {
    title: 'Definition',
    usual: 'as opendocket counts it',
    other: 'another definition',
    bridge: 'What the definitions have in common and where they part',
  },
  home: {
    search: 'Find a court, a hearing location, a nationality, a tool, a definition, a document',
    go: 'Find',
    found: (what: string) => `Found for “${what}”`,
    nothing: (what: string) => `Nothing is named “${what}”. Try one word, or part of it.`,
    courts: 'Courts',
    hearing_locations: 'Hearing locations: what was recorded there',
    nationalities: 'Nationalities',
    tools: 'Tools',
    definitions: 'Definitions',
    documents: 'Documents',
    changed: 'What changed in the newest release, row by row',
  },
  helpTitle: (tool: string) => `Help: ${tool}`,
  help: 'help',
  stale: (days: number) =>
    `The newest release here is ${n(days)} days old. EOIR publishes monthly: a newer one may be out.`,
  releaseLog: 'Releases',
  /** Profile pages. */
  profile: {
    find: 'Find by name or code',
    all: 'All of them, by pending cases',
    pending: 'Pending',
    look: 'Look closer',
    lastYear: (from: string, to: string) => `In the twelve months from ${from} to ${to}`,
    country: 'Nationwide',
    part: 'Share or base',
    partAbout:
      'Share or base: what part of the nationwide count this is; for a rate or a number of days, the cases behind it (n).',
    item: (number: string, what: string) => `**${number}** ${what}`,
    answer: (name: string, day: string, stock: string, country: string, span: string, flows: string) =>
      `${name} on ${day}: ${stock}; nationwide, ${country}. ${span}: ${flows}.`,
    receiptOf: (table: string) => `Receipt of “${table}”`,
  },
}

export type ExplorerWords = typeof explorerEn
