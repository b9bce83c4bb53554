import { stringify } from 'yaml'

/** A value as it is written into a YAML file. */
export type YamlData = string | number | boolean | readonly YamlData[] | { readonly [key: string]: YamlData }

/** How a list is written in a file: where its dashes stand, how its items look. */
export interface ListStyle {
  /** The column of the dash. */
  readonly dash: number
  /** How many columns stand between a dash and the value. */
  readonly gap: number
  /** Whether items are written on one line, `{ team: core }`. */
  readonly flow: boolean
  /** Whether a blank line stands between two items. */
  readonly blank: boolean
}

/** A value on a line of its own after its key; text is quoted where YAML would read it as something else. */
export function printPlain(value: YamlData): string {
  return typeof value === 'object' ? printFlow(value) : stringify(value, { lineWidth: 0 }).trimEnd()
}

/** A value on one line, fit to stand between braces and brackets. */
export function printFlow(value: YamlData): string {
  const options = { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false } as const
  if (typeof value !== 'object') return stringify([value], options).trimEnd().slice(1, -1)
  const padded = stringify(value, { ...options, flowCollectionPadding: true }).trimEnd()
  return Array.isArray(value) ? padded.replace(/^\[ ([^]*) \]$/, '[$1]') : padded
}

/** A key with its value, as lines; lists stand below it in the given style. */
export function printPair(
  key: string,
  value: YamlData,
  style: { readonly indent: number; readonly list: ListStyle },
): string[] {
  const head = `${' '.repeat(style.indent)}${printPlain(key)}:`
  if (!Array.isArray(value) || value.length === 0) return [`${head} ${printPlain(value)}`]
  return [head, ...printItems(value as readonly YamlData[], style.list)]
}

/** The items of a list, as lines. Lists inside an item get dashes two columns further in. */
export function printItems(
  values: readonly YamlData[],
  style: ListStyle,
  inner?: (indent: number) => ListStyle,
): string[] {
  return values.flatMap((value, index) => [
    ...(style.blank && index > 0 ? [''] : []),
    ...printItem(
      value,
      style,
      inner ?? ((indent) => ({ dash: indent + 2, gap: 1, flow: false, blank: false })),
    ),
  ])
}

function printItem(
  value: YamlData,
  { dash, gap, flow }: ListStyle,
  inner: (indent: number) => ListStyle,
): string[] {
  const lead = `${' '.repeat(dash)}-${' '.repeat(gap)}`
  if (flow || typeof value !== 'object' || Array.isArray(value))
    return [lead + (flow ? printFlow(value) : printPlain(value))]
  const indent = lead.length
  const lines = Object.entries(value).flatMap(([key, each]) =>
    printPair(key, each, { indent, list: inner(indent) }),
  )
  return lines.map((line, index) => (index === 0 ? lead + line.slice(indent) : line))
}
