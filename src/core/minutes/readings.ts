import { nameKey } from './collect-names.ts'
import type { MinutesRecord } from './minutes-record.ts'
import type { MinutesWords } from './minutes-words.ts'
import type { MinutesReader, MinutesText, NameAnswers } from './read-folder.ts'
import { makeVocabulary, readMinutes } from './read-minutes.ts'

/** Reads minutes, and remembers what it has read from one run to the next. */
export interface Readings {
  readonly read: MinutesReader
  /** The pack to keep for the next run; undefined when it would hold nothing new. */
  readonly pack: () => string | undefined
}

/** On what a reading depends besides the file. */
export interface ReadingsMatter {
  readonly words: MinutesWords
  /** Tells the reader of this program from those of others; readings of another one are never used. */
  readonly stamp: string
  /** A digest of a text, without spaces, long enough that two texts never share it. */
  readonly digest: (text: string) => string
}

const FORMAT = 'wg minutes 1'
/** More readings than one folder holds; old ones of files that are gone do not pile up. */
const MOST_ENTRIES = 20_000

/** Reads minutes without remembering anything. */
export function readWithoutMemory(words: MinutesWords): MinutesReader {
  const vocabulary = makeVocabulary(words)
  return (file, answers) => readMinutes({ ...file, names: (name) => answers.get(nameKey(name)), vocabulary })
}

/**
 * Opens what an earlier run has kept. A pack is a line that names its format and the reader, and then a line for each reading:
 * a digest of the path, a digest of all on which the reading depends, a digest of the record, the record. A line whose digest
 * does not fit is as good as missing, and so is a pack of another reader.
 */
export function openReadings(pack: string | undefined, matter: ReadingsMatter): Readings {
  const read = readWithoutMemory(matter.words)
  const head = `${FORMAT} ${matter.stamp}`
  const kept = readPack(pack, head)
  const words = JSON.stringify(matter.words)
  const used = new Set<string>()
  const paths = new Set<string>()
  let isNew = false
  return {
    read: (file, answers) => {
      const { path, key } = keyOf(file, { answers, words, digest: matter.digest })
      paths.add(path)
      used.add(key)
      const line = kept.get(key)
      const known = line === undefined ? undefined : recordIn(line, matter.digest)
      if (known) return known
      const record = read(file, answers)
      const json = JSON.stringify(record)
      kept.set(key, `${key} ${matter.digest(json)} ${json}`)
      isNew = true
      return record
    },
    pack: () => {
      if (!isNew) return undefined
      const lasting = [...kept].filter(([key]) => used.has(key) || !paths.has(key.split(':')[0] ?? ''))
      const lines = lasting.slice(-MOST_ENTRIES).map(([, line]) => line)
      return `${[head, ...lines].join('\n')}\n`
    },
  }
}

function readPack(pack: string | undefined, head: string): Map<string, string> {
  const [first, ...lines] = pack?.split('\n') ?? []
  if (first !== head) return new Map()
  return new Map(
    lines.flatMap((line) => (line.includes(' ') ? [[line.slice(0, line.indexOf(' ')), line]] : [])),
  )
}

interface KeyMatter {
  readonly answers: NameAnswers
  readonly words: string
  readonly digest: ReadingsMatter['digest']
}

function keyOf(file: MinutesText, { answers, words, digest }: KeyMatter): { path: string; key: string } {
  const path = digest(file.path)
  const rest = JSON.stringify([file.path, file.repository ?? null, words, [...answers]])
  return { path, key: `${path}:${digest(`${rest}\n${file.text}`)}` }
}

/** The record of a line, when nothing has happened to it. */
function recordIn(line: string, digest: ReadingsMatter['digest']): MinutesRecord | undefined {
  const [, own] = line.split(' ', 2)
  const json = line.slice(line.indexOf('{'))
  if (own === undefined || digest(json) !== own) return undefined
  try {
    return JSON.parse(json) as MinutesRecord
  } catch {
    return undefined
  }
}
