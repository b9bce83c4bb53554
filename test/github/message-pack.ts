/** What GitHub's ids and cursors hold: numbers, texts and lists of them. */
export type Packable = number | string | readonly Packable[]

/** Encodes as MessagePack, in the shortest form (https://github.com/msgpack/msgpack/blob/master/spec.md); whole numbers from 0 to 2^32 - 1. */
export function pack(value: Packable): Buffer {
  if (typeof value === 'number') return packNumber(value)
  if (typeof value === 'string') return packText(value)
  return Buffer.concat([Buffer.from([0x90 | value.length]), ...value.map(pack)])
}

function packNumber(value: number): Buffer {
  if (value < 0x80) return Buffer.from([value])
  if (value < 0x100) return Buffer.from([0xcc, value])
  if (value < 0x10000) return Buffer.from([0xcd, value >> 8, value & 0xff])
  const bytes = Buffer.alloc(5)
  bytes[0] = 0xce
  bytes.writeUInt32BE(value, 1)
  return bytes
}

function packText(value: string): Buffer {
  const text = Buffer.from(value, 'utf8')
  if (text.length < 32) return Buffer.concat([Buffer.from([0xa0 | text.length]), text])
  if (text.length < 0x100) return Buffer.concat([Buffer.from([0xd9, text.length]), text])
  return Buffer.concat([Buffer.from([0xda, text.length >> 8, text.length & 0xff]), text])
}

/** Reads what `pack` writes; undefined when the bytes are anything else. */
export function unpack(bytes: Buffer): Packable | undefined {
  try {
    const [value, end] = read(bytes, 0)
    return end === bytes.length ? value : undefined
  } catch {
    return undefined
  }
}

function read(bytes: Buffer, at: number): [value: Packable, end: number] {
  const head = bytes.readUInt8(at)
  if (head < 0x80) return [head, at + 1]
  if (head === 0xcc) return [bytes.readUInt8(at + 1), at + 2]
  if (head === 0xcd) return [bytes.readUInt16BE(at + 1), at + 3]
  if (head === 0xce) return [bytes.readUInt32BE(at + 1), at + 5]
  if (head === 0xd9) return readText(bytes, at + 2, bytes.readUInt8(at + 1))
  if (head === 0xda) return readText(bytes, at + 3, bytes.readUInt16BE(at + 1))
  if ((head & 0xe0) === 0xa0) return readText(bytes, at + 1, head & 0x1f)
  if ((head & 0xf0) === 0x90) return readList(bytes, at + 1, head & 0x0f)
  throw new RangeError('not a form that GitHub uses')
}

function readText(bytes: Buffer, start: number, length: number): [string, number] {
  if (start + length > bytes.length) throw new RangeError('the text is cut')
  return [bytes.toString('utf8', start, start + length), start + length]
}

function readList(bytes: Buffer, start: number, length: number): [Packable[], number] {
  const values: Packable[] = []
  let at = start
  while (values.length < length) {
    const [value, end] = read(bytes, at)
    values.push(value)
    at = end
  }
  return [values, at]
}
