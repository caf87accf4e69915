import { join } from 'node:path'
import { Connection } from './connection.ts'
import type { FetchEvent } from './event.ts'
import { type Offer, readOffer } from './offer.ts'
import { beginPart, dropPart, type Part, readPart, zipName } from './part.ts'
import { noRoom, partsDoNotFit, refused } from './problems.ts'
import { receive } from './receive.ts'
import { dayOf, rangeCondition, sameVersion, unlessStill, type Version } from './version.ts'
import type { World } from './world.ts'

/** What is to be brought, and how. */
export interface Order {
  readonly url: URL
  /** The folder in which the download grows. */
  readonly folder: string
  /** What is here already: nothing comes while the server still has the same. */
  readonly since: Version | undefined
  /** `YYYY-MM-DD`: nothing comes unless the file was changed on a later day. */
  readonly newerThan: string | undefined
  readonly world: World
  /** Milliseconds without a byte after which a try is given up. */
  readonly stall: number
  readonly signal: AbortSignal | undefined
  readonly say: (event: FetchEvent) => void
}

export type Arrival =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'not-newer'; readonly day: string }
  | { readonly kind: 'arrived'; readonly version: Version; readonly bytes: number }

function headersFor(order: Order, part: Part | undefined): Record<string, string> {
  return {
    'user-agent': 'opendocket',
    // A packed transfer would have another length, and no ranges.
    'accept-encoding': 'identity',
    ...(order.since !== undefined && unlessStill(order.since)),
    ...(part !== undefined && { range: `bytes=${part.from}-`, 'if-range': part.condition }),
  }
}

/** Whether a part that came is the rest of what is here. */
function fits(offer: Offer, part: Part | undefined): boolean {
  return (
    part !== undefined &&
    offer.from === part.from &&
    sameVersion(offer.version, part.version) &&
    (part.total === null || offer.total === part.total)
  )
}

async function checkRoom(order: Order, offer: Offer): Promise<void> {
  const needed = (offer.total ?? 0) - offer.from
  const free = await order.world.freeBytes(order.folder)
  if (needed > free) throw noRoom(order.folder, needed, free)
}

/** Takes what the server offers; what broke off stays only where it can be gone on with. */
async function take(order: Order, offer: Offer, pieces: AsyncIterable<Uint8Array>): Promise<Arrival> {
  const { url, folder, say } = order
  const resumable = offer.part || (!offer.wholeOnly && rangeCondition(offer.version) !== undefined)
  const note = { url: url.href, ...offer.version, bytes: offer.total }
  if (!offer.part) await beginPart(folder, resumable ? note : undefined)
  try {
    await checkRoom(order, offer)
    say({ stage: 'download', from: offer.from, total: offer.total })
    const bytes = await receive({
      url,
      pieces,
      path: join(folder, zipName),
      from: offer.from,
      total: offer.total,
      kept: resumable,
      onBytes: (done) => say({ stage: 'progress', done, total: offer.total }),
    })
    return { kind: 'arrived', version: offer.version, bytes }
  } catch (error) {
    if (!resumable) await dropPart(folder)
    throw error
  }
}

async function exchange(order: Order, part: Part | undefined): Promise<Arrival | 'does-not-fit'> {
  const { url, world, since, newerThan } = order
  const connection = new Connection(world, order.stall, order.signal)
  try {
    const response = await connection.open(url, headersFor(order, part))
    if (response.status === 304 && since !== undefined) return { kind: 'unchanged' }
    if (response.status === 304) throw refused(url, response.status)
    if (response.status === 416 && part !== undefined) return 'does-not-fit'
    const offer = readOffer(response, url, world.now())
    if (since !== undefined && sameVersion(since, offer.version)) return { kind: 'unchanged' }
    const day = dayOf(offer.version)
    if (newerThan !== undefined && day !== undefined && day <= newerThan) return { kind: 'not-newer', day }
    if (offer.part && !fits(offer, part)) return 'does-not-fit'
    if (part !== undefined && !offer.part) order.say({ stage: 'anew' })
    return await take(order, offer, connection.pieces(url, response))
  } finally {
    connection.close()
  }
}

/** One try: goes on with a download that broke off, or begins it anew where the rest would not belong to it. */
export async function attempt(order: Order): Promise<Arrival> {
  const arrival = await exchange(order, await readPart(order.folder, order.url))
  if (arrival !== 'does-not-fit') return arrival
  order.say({ stage: 'anew' })
  await dropPart(order.folder)
  const whole = await exchange(order, undefined)
  if (whole === 'does-not-fit') throw partsDoNotFit(order.url)
  return whole
}
