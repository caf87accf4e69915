import { deflateRawSync } from 'node:zlib'
import type { Dice } from './dice.ts'
import { type BuiltZip, buildZip, type Place, type ZipMember } from './zip.ts'

/** What can happen to a zip, on its way or in bad faith. */
export type ZipMutation = (members: readonly ZipMember[], dice: Dice) => Buffer

/** Changes the bytes of a zip whose parts are known. */
const onBytes =
  (change: (zip: BuiltZip & { readonly bytes: Buffer }, dice: Dice) => void): ZipMutation =>
  (members, dice) => {
    const zip = buildZip(members)
    change(zip, dice)
    return zip.bytes
  }

const onPlace = (change: (bytes: Buffer, place: Place, dice: Dice) => void): ZipMutation =>
  onBytes((zip, dice) => change(zip.bytes, dice.pick(zip.places), dice))

const onMembers =
  (change: (members: ZipMember[], dice: Dice) => ZipMember[]): ZipMutation =>
  (members, dice) =>
    buildZip(change([...members], dice)).bytes

function flip(bytes: Buffer, from: number, to: number, times: number, dice: Dice): void {
  for (let n = 0; n < times; n++) {
    const at = dice.between(from, to - 1)
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << dice.below(8)), at)
  }
}

const renamed = (name: (old: string, dice: Dice) => string): ZipMutation =>
  onMembers((members, dice) => {
    const at = dice.below(members.length)
    return members.map((member, i) => (i === at ? { ...member, name: name(member.name, dice) } : member))
  })

const absurd = [0, 1, 0x7fffffff, 0xfffffffe, 0xffffffff]

/** A number of the directory (and with `both` of the file's own header) becomes another. */
const number = (central: number, local: number | undefined): ZipMutation =>
  onPlace((bytes, place, dice) => {
    const old = bytes.readUInt32LE(place.central + central)
    const value = dice.pick([...absurd, old + 1, Math.max(0, old - 1), dice.below(0xffffffff)])
    bytes.writeUInt32LE(value, place.central + central)
    if (local !== undefined) bytes.writeUInt32LE(value, place.local + local)
  })

const zeros = deflateRawSync(Buffer.alloc(2 ** 25))

/** Every way to damage a zip, by name. */
export const zipMutations: Readonly<Record<string, ZipMutation>> = {
  'bits flipped in packed bytes': onPlace((bytes, { data, dataEnd }, dice) =>
    flip(bytes, data, dataEnd, dice.between(1, 5), dice),
  ),
  'bits flipped anywhere': onBytes(({ bytes }, dice) => flip(bytes, 0, bytes.length, dice.between(1, 20), dice)),
  'bits flipped in the directory': onBytes(({ bytes, directory, end }, dice) =>
    flip(bytes, directory, end, dice.between(1, 8), dice),
  ),
  'bits flipped in the end': onBytes(({ bytes, end }, dice) =>
    flip(bytes, end, bytes.length, dice.between(1, 3), dice),
  ),
  'bits flipped in the header of a file': onPlace((bytes, { local, data }, dice) =>
    flip(bytes, local, data, dice.between(1, 3), dice),
  ),
  'a stretch of packed bytes gone': (members, dice) => {
    const { bytes, places } = buildZip(members)
    const { data, dataEnd } = dice.pick(places)
    const from = dice.between(data, dataEnd)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + dice.between(1, 100))])
  },
  'a stretch overwritten by zeros': onBytes(({ bytes }, dice) => {
    const from = dice.below(bytes.length)
    bytes.fill(0, from, from + dice.between(1, 4096))
  }),
  'cut off': (members, dice) => {
    const { bytes } = buildZip(members)
    return bytes.subarray(0, dice.below(bytes.length))
  },
  'its end cut off': (members, dice) => {
    const { bytes } = buildZip(members)
    return bytes.subarray(0, bytes.length - dice.between(1, 60))
  },
  'bytes before it': (members, dice) =>
    Buffer.concat([Buffer.alloc(dice.between(1, 5000), 'PK'), buildZip(members).bytes]),
  'bytes behind it': (members, dice) => Buffer.concat([buildZip(members).bytes, Buffer.alloc(dice.between(1, 70_000))]),
  'another unpacked size': number(24, 22),
  'another packed size': number(20, 18),
  'another unpacked size in the directory': number(24, undefined),
  'another checksum': number(16, 14),
  'another place': number(42, undefined),
  'another method': onPlace((bytes, { central, local }, dice) => {
    const method = dice.pick([0, 1, 8, 9, 12, 14, 93, 95, 99])
    bytes.writeUInt16LE(method, central + 10)
    bytes.writeUInt16LE(method, local + 8)
  }),
  'marked as encrypted': onPlace((bytes, { central }) => void bytes.writeUInt16LE(1, central + 8)),
  'a symbolic link': onPlace((bytes, { central }) => {
    bytes.writeUInt16LE(0x0314, central + 4)
    bytes.writeUInt32LE(0o120777 * 2 ** 16, central + 38)
  }),
  'fewer files counted than there are': onBytes(({ bytes, end, places }, dice) => {
    const n = dice.below(places.length)
    bytes.writeUInt16LE(n, end + 8)
    bytes.writeUInt16LE(n, end + 10)
  }),
  'more files counted than there are': onBytes(
    ({ bytes, end, places }, dice) => void bytes.writeUInt16LE(places.length + dice.between(1, 500), end + 10),
  ),
  'another place of the directory': onBytes(
    ({ bytes, end }, dice) => void bytes.writeUInt32LE(dice.below(bytes.length), end + 16),
  ),
  'two files that share their bytes': onBytes(({ bytes, places }, dice) => {
    const [one, other] = [dice.pick(places), dice.pick(places)]
    bytes.copy(bytes, other.central + 16, one.central + 16, one.central + 28)
    bytes.writeUInt32LE(one.local, other.central + 42)
  }),
  'a file that begins within another': onBytes(({ bytes, places }, dice) => {
    const [one, other] = [dice.pick(places), dice.pick(places)]
    bytes.writeUInt32LE(one.data + dice.below(one.dataEnd - one.data), other.central + 42)
  }),
  'a file that the directory does not list': (members, dice) => {
    const { bytes, places, directory, end } = buildZip(members)
    const at = dice.below(places.length)
    const from = places[at]?.central ?? directory
    const to = places[at + 1]?.central ?? end
    const out = Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
    const newEnd = out.length - 22
    out.writeUInt16LE(places.length - 1, newEnd + 8)
    out.writeUInt16LE(places.length - 1, newEnd + 10)
    out.writeUInt32LE(newEnd - directory, newEnd + 12)
    return out
  },
  'a Zip64 size without Zip64 field': onPlace(
    (bytes, { central }, dice) => void bytes.writeUInt32LE(0xffffffff, central + dice.pick([20, 24, 42])),
  ),
  'Zip64, sound': (members) => buildZip(members.map((member) => ({ ...member, zip64: true }))).bytes,
  'Zip64, bits flipped in its fields': (members, dice) => {
    const { bytes, directory } = buildZip(members.map((member) => ({ ...member, zip64: true })))
    flip(bytes, directory, bytes.length, dice.between(1, 4), dice)
    return bytes
  },
  'sizes behind the bytes, sound': (members) =>
    buildZip(members.map((member) => ({ ...member, streamed: true }))).bytes,
  'stored, sound': (members) => buildZip(members.map((member) => ({ ...member, method: 'stored' }))).bytes,
  'stored, bits flipped': (members, dice) => {
    const { bytes, places } = buildZip(members.map((member) => ({ ...member, method: 'stored' })))
    const { data, dataEnd } = dice.pick(places)
    flip(bytes, data, dataEnd, 1, dice)
    return bytes
  },
  'a file twice': onMembers((members, dice) => [...members, dice.pick(members)]),
  'a file twice in another folder and case': onMembers((members, dice) => {
    const { name, bytes } = dice.pick(members)
    return [...members, { name: `other/${name.replace(/^.*\//, '').toUpperCase()}`, bytes }]
  }),
  'a file gone': onMembers((members, dice) => members.toSpliced(dice.below(members.length), 1)),
  'a file emptied': onMembers((members, dice) =>
    members.with(dice.below(members.length), { name: dice.pick(members).name, bytes: Buffer.alloc(0) }),
  ),
  'a way out of the folder': renamed(
    (name, dice) => dice.pick(['../', '../../../tmp/', '/', 'C:/', 'a/../../', './']) + name,
  ),
  backslashes: renamed((name) => name.replaceAll('/', '\\')),
  'a name with NUL': renamed((name) => `${name.slice(0, 5)}\0${name.slice(5)}`),
  'a name that is no UTF-8': onPlace((bytes, { central, local }) => {
    bytes.writeUInt8(0xff, central + 46 + 3)
    bytes.writeUInt8(0xff, local + 30 + 3)
    bytes.writeUInt16LE(0x800, central + 8)
  }),
  'another name': renamed((name, dice) => name.replace(/\w(?=\w\.csv)/, dice.pick(['x', 'Q', '_']))),
  'a name as long as may be': renamed((name) => `${'d'.repeat(60_000)}/${name}`),
  'another ending': renamed((name, dice) => name.replace('.csv', dice.pick(['.txt', '', '.csv.csv', '.csv ']))),
  'a folder with the name of a file': renamed((name) => `${name}/`),
  'a bomb': onMembers((members) => [
    ...members,
    { name: 'EOIR Case Data/tblBomb.csv', bytes: Buffer.alloc(2 ** 25), packed: { method: 8, bytes: zeros } },
  ]),
  'a bomb in place of a table': onMembers((members, dice) =>
    members.with(dice.below(members.length), {
      name: dice.pick(members).name,
      bytes: Buffer.alloc(2 ** 25),
      packed: { method: 8, bytes: zeros },
    }),
  ),
  'far too many files': onMembers((members, dice) => [
    ...members,
    ...Array.from({ length: dice.pick([600, 3000]) }, (_, n) => ({ name: `extra/${n}.txt`, bytes: Buffer.alloc(1) })),
  ]),
  'files that are no tables': onMembers((members, dice) => [
    ...members,
    { name: `new/tblUnheardOf${dice.below(10)}.csv`, bytes: Buffer.from('A\tB\r\n1\t2\r\n') },
    { name: 'Thumbs.db', bytes: Buffer.alloc(100) },
  ]),
  noise: (_, dice) =>
    Buffer.concat([
      Buffer.from('PK\x03\x04'),
      Buffer.from(Array.from({ length: dice.below(3000) }, () => dice.below(256))),
    ]),
}
