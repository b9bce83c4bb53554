import * as z from 'zod'
import type { Problem } from '../problem.ts'
import { mendShape } from './mend-shape.ts'
import { didYouMean } from './nearest.ts'
import type { ValuePath, YamlText } from './yaml.ts'

// Files are read once: compiling a shape would take longer than reading by it.
z.config({ jitless: true })

/** A mapping with just these keys: another key is an error that names the nearest one that exists. */
export function mapping<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? unknownKeys(issue.keys, Object.keys(shape)) : undefined,
  })
}

function unknownKeys(unknown: readonly string[], known: readonly string[]): string {
  const [key = ''] = unknown
  return `Unknown key \`${key}\`.\n${didYouMean(key, known) ?? `Known here: ${known.join(', ')}.`}`
}

/** What a text means, as far as it can be read. */
export interface Shaped<Value> {
  /** Undefined when too little could be read. */
  readonly value: Value | undefined
  readonly problems: readonly Problem[]
  /** The ways, joined by `/`, to what was left out of the value or stood in for; each has a problem. */
  readonly damaged: ReadonlySet<string>
}

/** Holds a YAML text against a shape. Each fault becomes a problem at the value's own place; the rest is read all the same. */
export function readShape<Shape extends z.ZodType>(yaml: YamlText, shape: Shape): Shaped<z.output<Shape>> {
  if (yaml.problems.length > 0) return { value: undefined, problems: yaml.problems, damaged: new Set() }
  const result = shape.safeParse(yaml.value ?? undefined)
  if (result.success) return { value: result.data, problems: [], damaged: new Set() }
  const { issues } = result.error
  const { value, damaged } = mendShape(yaml.value, issues)
  return {
    value: shape.safeParse(value).data,
    problems: issues.flatMap((issue) => describeIssue(yaml, issue)),
    damaged,
  }
}

function describeIssue(yaml: YamlText, issue: z.core.$ZodIssue): Problem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const [message = '', hint] = issue.message.replace(issue.keys[0] ?? '', key).split('\n')
      return problemAt(yaml, { path: [...path, key], at: 'key', message, hint })
    })
  }
  if (issue.code === 'invalid_union') return describeUnion(yaml, issue, path)
  if (issue.code === 'invalid_key') {
    const [message = '', hint] = (issue.issues[0]?.message ?? issue.message).split('\n')
    return [problemAt(yaml, { path, at: 'key', message, hint })]
  }
  const [message = '', hint] = wordsOf(issue, path, valueAt(yaml.value, path)).split('\n')
  return [problemAt(yaml, { path, at: 'value', message, hint })]
}

/** Of the alternatives of a union the one that got furthest into the value is the one that was meant. */
function describeUnion(yaml: YamlText, issue: z.core.$ZodIssueInvalidUnion, path: ValuePath): Problem[] {
  const depth = (issues: readonly z.core.$ZodIssue[]) =>
    Math.max(0, ...issues.map((each) => each.path.length))
  const [meant = []] = [...issue.errors].sort((a, b) => depth(b) - depth(a))
  return meant.flatMap((inner) => describeIssue(yaml, { ...inner, path: [...path, ...inner.path] }))
}

function valueAt(value: unknown, path: ValuePath): unknown {
  return path.reduce<unknown>(
    (node, step) =>
      typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[step] : undefined,
    value,
  )
}

function wordsOf(issue: z.core.$ZodIssue, path: ValuePath, input: unknown): string {
  const name = path.length === 0 ? 'The file' : `\`${String(path.at(-1))}\``
  if (issue.code === 'custom') return issue.message
  if (issue.code === 'invalid_type') {
    if (input === undefined && path.length > 0) return `${name} is missing.`
    return `${name} must be ${NOUNS[issue.expected] ?? issue.expected}, and is ${nounOf(input)}.`
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String)
    if (input === undefined) return `${name} is missing.`
    const written = typeof input === 'string' ? `\`${input}\`` : nounOf(input)
    return `${name} is ${written}, which is none of its values.\n${didYouMean(written, values) ?? `One of: ${values.join(', ')}.`}`
  }
  if (issue.code === 'too_small') return `${name} ${tooSmall(issue)}.`
  if (issue.code === 'too_big')
    return `${name} must ${COUNTED[issue.origin] === undefined ? 'be' : 'have'} ${String(issue.maximum)}${COUNTED[issue.origin] ?? ''} at most.`
  return issue.message
}

/** What is counted where it is the size of a thing that has a limit. */
const COUNTED: Readonly<Record<string, string>> = { array: ' entries', string: ' letters' }

function tooSmall({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): string {
  const noun = COUNTED[origin]
  if (noun !== undefined)
    return Number(minimum) === 1 ? 'must not be empty' : `must have ${String(minimum)}${noun} at least`
  return inclusive === true ? `must be ${String(minimum)} at least` : `must be more than ${String(minimum)}`
}

const NOUNS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  object: 'a mapping of keys to values',
  record: 'a mapping of keys to values',
  array: 'a list',
}

function nounOf(input: unknown): string {
  if (input === null || input === undefined) return 'empty'
  return NOUNS[Array.isArray(input) ? 'array' : typeof input] ?? typeof input
}

interface Fault {
  readonly path: ValuePath
  readonly at: 'key' | 'value'
  readonly message: string
  readonly hint: string | undefined
}

function problemAt(yaml: YamlText, { path, at, message, hint }: Fault): Problem {
  return {
    rule: 'shape',
    severity: 'error',
    message,
    ...(hint === undefined ? {} : { hint }),
    place: yaml.placeOf(path, at),
  }
}
