/** What one comment says, when it is a mark. */
export type MarkSyntax =
  | {
      readonly kind: 'opening'
      readonly name: string
      readonly attributes: Readonly<Record<string, string>>
      /** What stands after ` ~ `: one token per line that wg wrote last; undefined when wg has not filled the block yet. */
      readonly memory?: readonly string[]
    }
  | { readonly kind: 'closing'; readonly name: string }
  | { readonly kind: 'key'; readonly name: string; readonly key: string }
  | { readonly kind: 'unreadable'; readonly name: string }

/** Marks that stand alone and carry a key. */
const KEY_MARKS: readonly string[] = ['meeting', 'review', 'due']

const ATTRIBUTE = /\s+([a-z][a-z0-9-]*)=(?:"([^"~]*)"|([^\s"~]+))/y

/** Reads a comment with its delimiters; undefined when it is not a mark of wg at all. */
export function readMark(comment: string): MarkSyntax | undefined {
  const inner = comment.slice(4, -3).trim()
  if (!/^\/?wg:/.test(inner)) return undefined
  const [head = '', ...tails] = inner.split(/\s+~(?=\s|$)/)
  const opening = /^wg:([a-z][a-z0-9-]*)(?=\s|$)/.exec(head)
  const name = opening?.[1]
  if (opening === null || name === undefined) return readClosing(inner)
  if (KEY_MARKS.includes(name)) return readKey(name, inner.slice(opening[0].length).trim())
  const attributes = readAttributes(head.slice(opening[0].length))
  if (attributes === undefined || tails.length > 1) return { kind: 'unreadable', name }
  const memory = tails[0]?.trim().split(/\s+/).filter(Boolean)
  return { kind: 'opening', name, attributes, ...(memory === undefined ? {} : { memory }) }
}

/** The canonical form of a name and its attributes, `roster style=table team=core-response`; attributes are sorted by name. */
export function markKey(name: string, attributes: Readonly<Record<string, string>> = {}): string {
  const pairs = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    name,
    ...pairs.map(([key, value]) => `${key}=${/^[^\s"]+$/.test(value) ? value : `"${value}"`}`),
  ].join(' ')
}

/** An opening mark with another memory; what its author wrote in it stays as it is. */
export function writeMemory(openingMark: string, memory: readonly string[]): string {
  return openingMark.replace(/\s*(?:\s~(?:\s[^]*)?)?-->$/, `${[' ~', ...memory].join(' ')} -->`)
}

function readClosing(inner: string): MarkSyntax {
  const name = /^\/wg:([a-z][a-z0-9-]*)$/.exec(inner)?.[1]
  if (name !== undefined) return { kind: 'closing', name }
  return { kind: 'unreadable', name: /^\/?wg:\s*(\S{0,40})/.exec(inner)?.[1] ?? '' }
}

function readKey(name: string, key: string): MarkSyntax {
  return /^\S+$/.test(key) ? { kind: 'key', name, key } : { kind: 'unreadable', name }
}

function readAttributes(source: string): Readonly<Record<string, string>> | undefined {
  const found = new Map<string, string>()
  let end = 0
  ATTRIBUTE.lastIndex = 0
  for (let match = ATTRIBUTE.exec(source); match !== null; match = ATTRIBUTE.exec(source)) {
    const [whole, name = '', quoted, bare = ''] = match
    if (found.has(name)) return undefined
    found.set(name, quoted ?? bare)
    end += whole.length
    ATTRIBUTE.lastIndex = end
  }
  return source.slice(end).trim() === '' ? Object.fromEntries(found) : undefined
}
