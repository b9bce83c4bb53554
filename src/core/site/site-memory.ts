/** What was made once and is made again only when that from which it was made has changed. */
export interface SiteMemory {
  /** What is kept under a key; undefined when nothing is, or when it looks damaged. */
  readonly recall: (key: string) => string | undefined
  readonly keep: (key: string, text: string) => void
  /** The key for a text of a kind. */
  readonly keyOf: (kind: string, text: string) => string
  /** All that this run has used, for the next one; undefined when it would be what was there before. */
  readonly pack: () => string | undefined
}

/** What a memory needs to know of the program and its cache. */
export interface MemoryMatter {
  /** Tells this program from others; what another one has kept is never used. */
  readonly stamp: string
  /** A digest of a text, without spaces, long enough that two texts never share it. */
  readonly digest: (text: string) => string
}

const FORMAT = 'wg site 1'

/**
 * Opens what an earlier run has packed: a line that names the format and the program, then a line for each text with its key, the digest
 * of its JSON, and its JSON. A line whose digest does not fit is as good as missing.
 */
export function openMemory(pack: string | undefined, { stamp, digest }: MemoryMatter): SiteMemory {
  const head = `${FORMAT} ${stamp}`
  const kept = readPack(pack, head)
  const before = kept.size
  const used = new Map<string, { readonly line: string; readonly text: string }>()
  let isNew = false
  return {
    keyOf: (kind, text) => digest(`${kind}\n${text}`),
    recall: (key) => {
      const known = used.get(key)
      if (known) return known.text
      const line = kept.get(key)
      const text = line === undefined ? undefined : textIn(line, digest)
      if (line !== undefined && text !== undefined) used.set(key, { line, text })
      return text
    },
    keep: (key, text) => {
      const json = JSON.stringify(text)
      used.set(key, { line: `${key} ${digest(json)} ${json}`, text })
      isNew = true
    },
    pack: () =>
      isNew || used.size < before
        ? `${[head, ...[...used.keys()].sort().map((key) => used.get(key)?.line)].join('\n')}\n`
        : undefined,
  }
}

/** A memory for this run alone. */
export function passingMemory(): SiteMemory {
  const kept = new Map<string, string>()
  return {
    keyOf: (kind, text) => `${kind}\n${text}`,
    recall: (key) => kept.get(key),
    keep: (key, text) => void kept.set(key, text),
    pack: () => undefined,
  }
}

function readPack(pack: string | undefined, head: string): ReadonlyMap<string, string> {
  const [first, ...lines] = pack?.split('\n') ?? []
  if (first !== head) return new Map()
  return new Map(
    lines.flatMap((line) => (line.includes(' ') ? [[line.slice(0, line.indexOf(' ')), line]] : [])),
  )
}

function textIn(line: string, digest: MemoryMatter['digest']): string | undefined {
  const [, own = ''] = line.split(' ', 2)
  const json = line.slice(line.indexOf(' ', line.indexOf(' ') + 1) + 1)
  if (digest(json) !== own) return undefined
  try {
    const text: unknown = JSON.parse(json)
    return typeof text === 'string' ? text : undefined
  } catch {
    return undefined
  }
}
