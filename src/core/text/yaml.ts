import {
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml'
import type { Place, Problem } from '../problem.ts'

/** The way from the root of a YAML file to a value: keys and indexes. */
export type ValuePath = readonly (string | number)[]

/** A YAML text as plain values that still know where they stand. */
export interface YamlText {
  readonly file: string
  /** Plain values; undefined when the text does not parse. */
  readonly value: unknown
  readonly problems: readonly Problem[]
  /** Where a value stands; where its key stands when `at` is `key`; the nearest parent's place when it is missing. */
  readonly placeOf: (path: ValuePath, at?: 'key' | 'value') => Place
}

const MAX_ALIASES = 100

/** What a text was before it was split: its file, and the line of the file on which it starts. */
export interface YamlSource {
  readonly file: string
  readonly text: string
  /** 1 for a whole file, 2 for the front matter of a Markdown file. */
  readonly firstLine?: number
}

/**
 * Reads YAML 1.2. Duplicate keys, unknown tags, aliases that would unfold without end and keys that mean something to
 * JavaScript itself are problems with a place; none of them ever throws.
 */
export function readYaml({ file, text, firstLine = 1 }: YamlSource): YamlText {
  const lines = new LineCounter()
  const document = parseDocument(text.replace(/^\uFEFF/, ''), {
    lineCounter: lines,
    strict: true,
    prettyErrors: false,
  })
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) }
  }
  const problems = [...document.errors, ...document.warnings].map((error) => describeError(error, at))
  problems.push(...reservedKeys(document, at))
  const value =
    problems.length > 0 ? undefined : plainValue(document, (problem) => problems.push(problem), at(0))
  return { file, value, problems, placeOf: (path, part = 'value') => at(offsetOf(document, path, part)) }
}

const ERRORS: Readonly<Record<string, readonly [string, string]>> = {
  DUPLICATE_KEY: [
    'This key stands twice in one mapping.',
    'Keep one of them; YAML would silently lose the other.',
  ],
  TAB_AS_INDENT: ['A tab is used as indentation.', 'Indent with spaces.'],
  MULTIPLE_DOCS: ['The file holds more than one document.', 'Remove the `---` between them.'],
  BAD_INDENT: ['The indentation does not fit.', 'Align this line with the others of its list or mapping.'],
  TAG_RESOLVE_FAILED: ['The file uses a tag that wg does not know.', 'Write the value without `!`.'],
}

function describeError(error: YAMLError, at: (offset: number) => Place): Problem {
  const [message, hint] = ERRORS[error.code] ?? [
    `The YAML cannot be read: ${error.message}.`.replace(/\.\.$/, '.'),
    undefined,
  ]
  return {
    rule: 'yaml',
    severity: 'error',
    message,
    ...(hint === undefined ? {} : { hint }),
    place: at(error.pos[0]),
  }
}

function reservedKeys(document: Document, at: (offset: number) => Place): Problem[] {
  const found: Problem[] = []
  visit(document, {
    Pair(_, { key }) {
      if (!isScalar(key) || !['__proto__', 'constructor', 'prototype'].includes(String(key.value))) return
      found.push({
        rule: 'yaml',
        severity: 'error',
        message: `The key \`${String(key.value)}\` is reserved by JavaScript and is never read.`,
        hint: 'Remove it.',
        place: at(key.range?.[0] ?? 0),
      })
    },
  })
  return found
}

function plainValue(document: Document, report: (problem: Problem) => void, place: Place): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES }) as unknown
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    report({
      rule: 'yaml',
      severity: 'error',
      message: 'The aliases of this file unfold to far more than was written.',
      hint: 'Write the values out instead of using `&` and `*`.',
      place,
    })
    return undefined
  }
}

function offsetOf(document: Document, path: ValuePath, part: 'key' | 'value'): number {
  let node: unknown = document.contents
  let offset = rangeStart(node) ?? 0
  for (const [depth, step] of path.entries()) {
    const pair = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      : undefined
    const child: unknown = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined
    const wantsKey = pair !== undefined && depth === path.length - 1 && part === 'key'
    const start = wantsKey ? rangeStart(pair.key) : (rangeStart(child) ?? rangeStart(pair?.key))
    if (start === undefined) return offset
    offset = start
    node = child
  }
  return offset
}

function rangeStart(node: unknown): number | undefined {
  if (isPair(node)) return rangeStart(node.key)
  const range = (node as { range?: readonly number[] | null } | null | undefined)?.range
  return range?.[0]
}
