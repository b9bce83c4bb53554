import { type Document, isMap, isScalar, parseDocument, stringify, type YAMLMap } from 'yaml'

/** A text value to stand under a key of a mapping at the top of a YAML file. */
export interface YamlEntry {
  /** The key at the top of the file, `changes`. */
  readonly section: string
  /** The key in that mapping. */
  readonly key: string
  /** Undefined takes the entry out. */
  readonly value: string | undefined
}

/**
 * Sets one entry of a mapping, and leaves every other byte alone: comments, blank lines, order, quotes, line ends.
 * New entries are put where their key belongs by the alphabet. The text must parse.
 */
export function editYamlEntry(text: string, entry: YamlEntry): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  const source = text.slice(mark.length)
  const edited = splice(source, entry, eol)
  if (edited === source) return text
  return mark + (saysSo(edited, source, entry) ? edited : rewritten(source, entry))
}

function splice(text: string, entry: YamlEntry, eol: string): string {
  const { section, key, value } = entry
  const map = sectionOf(parseDocument(text), section)
  if (map === undefined) return value === undefined ? text : appendSection(text, entry, eol)
  if (map.flow === true) return rewritten(text, entry)
  const at = map.items.findIndex((pair) => isScalar(pair.key) && String(pair.key.value) === key)
  const pair = map.items[at]
  if (pair)
    return value === undefined ? withoutLine(text, startOf(pair.key)) : replaceValue(text, pair, value)
  if (value === undefined) return text
  const next = map.items.find((each) => isScalar(each.key) && String(each.key.value) > key)
  const indent = columnOf(text, startOf(map.items[0]?.key))
  const line = `${indent}${scalarText(key)}: ${scalarText(value)}${eol}`
  const offset = next ? lineStart(text, startOf(next.key)) : endOfLine(text, endOf(map.items.at(-1)))
  const before = text.slice(0, offset)
  return `${before}${before === '' || before.endsWith('\n') ? '' : eol}${line}${text.slice(offset)}`
}

function sectionOf(document: Document, section: string): YAMLMap | undefined {
  const node = document.get(section, true)
  return isMap(node) && node.items.length > 0 ? node : undefined
}

function appendSection(text: string, { section, key, value }: YamlEntry, eol: string): string {
  const document = parseDocument(text)
  if (document.has(section)) return rewritten(text, { section, key, value })
  const gap = text === '' || text.endsWith('\n') ? '' : eol
  return `${text}${gap}${section}:${eol}  ${scalarText(key)}: ${scalarText(value ?? '')}${eol}`
}

function replaceValue(
  text: string,
  pair: { readonly key: unknown; readonly value: unknown },
  value: string,
): string {
  const range = (pair.value as { range?: readonly number[] | null } | null)?.range
  const [start = 0, end = 0] = range ?? []
  return `${text.slice(0, start)}${scalarText(value)}${text.slice(end)}`
}

/** The last resort, where the entry does not stand on lines of its own: printed anew, which keeps comments and order. */
function rewritten(text: string, { section, key, value }: YamlEntry): string {
  const document = parseDocument(text)
  if (value === undefined) document.deleteIn([section, key])
  else if (isMap(document.get(section, true))) document.setIn([section, key], value)
  else document.set(section, document.createNode({ [key]: value }))
  const printed = document.toString({ lineWidth: 0 })
  return text.includes('\r\n') ? printed.replace(/\r?\n/g, '\r\n') : printed
}

/** Whether the edited text reads as the old one with just this entry different. */
function saysSo(edited: string, text: string, { section, key, value }: YamlEntry): boolean {
  const read = (source: string) => {
    const document = parseDocument(source)
    return document.errors.length > 0 ? undefined : (document.toJS() as Record<string, unknown>)
  }
  const expected = { ...read(text) }
  const entries = { ...(expected[section] as Record<string, unknown> | undefined) }
  if (value === undefined) Reflect.deleteProperty(entries, key)
  else entries[key] = value
  return sameData(read(edited), { ...expected, [section]: entries })
}

function sameData(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, sortKeys) === JSON.stringify(b, sortKeys)
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
}

function scalarText(value: string): string {
  return stringify(value, { lineWidth: 0 }).trimEnd()
}

function startOf(node: unknown): number {
  return (node as { range?: readonly number[] | null } | null | undefined)?.range?.[0] ?? 0
}

function endOf(pair: { readonly value: unknown; readonly key: unknown } | undefined): number {
  const range = (pair?.value as { range?: readonly number[] | null } | null | undefined)?.range
  return range?.[1] ?? startOf(pair?.key)
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/** The start of the line after the one that holds the offset. */
function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', Math.max(0, offset - 1))
  return end < 0 ? text.length : end + 1
}

function columnOf(text: string, offset: number): string {
  return ' '.repeat(offset - lineStart(text, offset))
}

function withoutLine(text: string, offset: number): string {
  return text.slice(0, lineStart(text, offset)) + text.slice(endOfLine(text, offset + 1))
}
