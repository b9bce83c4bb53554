import { type Document, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import { refuse } from '../problem.ts'
import { appendItems } from './append-yaml.ts'
import { setValue } from './set-yaml.ts'
import type { Splice, YamlChange } from './yaml-change.ts'

/**
 * Makes one change of a YAML file, and leaves every other byte alone: comments, blank lines, order, quotes, line ends. What is new is
 * written as its neighbours are. The result is read again, and must say what was asked for and nothing else; where the
 * change does not fit on lines of its own, the file is printed anew, which keeps comments and order. Refuses a file that cannot
 * be changed in either way.
 */
export function changeYaml(text: string, change: YamlChange): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  const source = text.slice(mark.length)
  const document = parse(source)
  const wanted = canonical(changed(document.toJS(), change))
  const whole = { text: source, document }
  const lines = change.kind === 'set' ? setValue(whole, change) : appendItems(whole, change)
  const spliced = lines === undefined ? undefined : withLineEnds(lines, source, eol)
  if (spliced !== undefined && says(spliced, wanted)) return mark + spliced
  const printed = printedAnew(source, change, eol)
  if (printed !== undefined && says(printed, wanted)) return mark + printed
  throw refuse(
    'edit',
    'This change cannot be made without changing something else in the file.',
    'Make it by hand: the file uses YAML (aliases, tags) that wg does not edit.',
  )
}

function withLineEnds({ start, end, text, wholeLines }: Splice, source: string, eol: string): string {
  const before = source.slice(0, start)
  const ownLine = wholeLines === true && before !== '' && !before.endsWith('\n')
  return before + (ownLine ? eol : '') + text.replaceAll('\n', eol) + source.slice(end)
}

function parse(text: string): Document {
  return parseDocument(text, { prettyErrors: false })
}

function says(text: string, wanted: string): boolean {
  const document = parse(text)
  return document.errors.length === 0 && canonical(document.toJS()) === wanted
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each !== 'object' || each === null || Array.isArray(each)
      ? each
      : Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))),
  )
}

/** The plain value after the change. */
function changed(value: unknown, change: YamlChange): unknown {
  const [step, ...rest] = change.path
  if (step !== undefined) {
    const child = isContainer(value) ? value[step] : undefined
    return withChild(value, step, changed(child, { ...change, path: rest }))
  }
  if (change.kind === 'set') return withChild(value, change.key, change.value)
  return [...(Array.isArray(value) ? (value as unknown[]) : []), ...change.values]
}

function withChild(value: unknown, key: string | number, child: unknown): unknown {
  if (Array.isArray(value)) return value.with(Number(key), child)
  return { ...(isContainer(value) ? value : {}), [key]: child }
}

function isContainer(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null
}

/** The last resort. */
function printedAnew(source: string, change: YamlChange, eol: string): string | undefined {
  const document = parse(source)
  try {
    if (change.kind === 'set') document.setIn([...change.path, change.key], document.createNode(change.value))
    else appendNodes(document, change)
  } catch {
    return undefined
  }
  return document.toString({ lineWidth: 0 }).replace(/\r?\n/g, eol)
}

function appendNodes(document: Document, { path, values }: Extract<YamlChange, { kind: 'append' }>): void {
  const list = document.getIn(path, true)
  if (isSeq(list))
    values.forEach((value) => {
      list.add(document.createNode(value))
    })
  else if (list === undefined || (isScalar(list) && list.value === null))
    document.setIn(path, document.createNode(values))
  else if (isMap(list)) throw new Error('a mapping stands where a list belongs')
}
