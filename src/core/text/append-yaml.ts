import { isMap, isScalar, isSeq, type YAMLSeq } from 'yaml'
import type { Splice, YamlChange, YamlSourceText } from './yaml-change.ts'
import { listStyleAt, styleOfList } from './list-style.ts'
import { setValue } from './set-yaml.ts'
import { columnOf, endOf, endOfItem, endOfLine, isLeftEmpty, startOf } from './yaml-offsets.ts'
import { type ListStyle, printFlow, printItems } from './yaml-print.ts'

type AppendChange = Extract<YamlChange, { kind: 'append' }>

/** The piece of text that adds items to a list; undefined where they do not fit on lines of their own. */
export function appendItems(source: YamlSourceText, change: AppendChange): Splice | undefined {
  const { document } = source
  const list = document.getIn(change.path, true)
  if (isSeq(list) && list.items.length > 0) {
    return list.flow === true ? appendInFlow(list, change) : appendLines(list, change, source)
  }
  if (list === undefined) return appendNewList(source, change)
  return isLeftEmpty(list) || (isSeq(list) && list.flow === true) ? fillEmptyList(source, change) : undefined
}

function appendInFlow(list: YAMLSeq, { values }: AppendChange): Splice {
  const at = endOf(list.items.at(-1))
  return { start: at, end: at, text: values.map((value) => `, ${printFlow(value)}`).join('') }
}

function appendLines(list: YAMLSeq, { values, path }: AppendChange, source: YamlSourceText): Splice {
  const style = styleOfList(list, source.text)
  const at = endOfItem(source.text, list.items.at(-1), style.dash)
  const lines = itemLines({ values, path }, style, source)
  return {
    start: at,
    end: at,
    wholeLines: true,
    text: [...(style.blank ? [''] : []), ...lines].map((line) => `${line}\n`).join(''),
  }
}

/** The lines of new items; a list inside them is written like that of an older item. */
function itemLines(
  { values, path }: Pick<AppendChange, 'values' | 'path'>,
  style: ListStyle,
  source: YamlSourceText,
): string[] {
  const inner = values.flatMap((value) =>
    typeof value === 'object'
      ? Object.entries(value).flatMap(([key, each]) => (Array.isArray(each) ? [key] : []))
      : [],
  )
  const next = [...path, 0, inner[0] ?? '']
  return printItems(values, style, (indent) => listStyleAt(next, indent, source))
}

function appendNewList(source: YamlSourceText, { path, values }: AppendChange): Splice | undefined {
  const key = path.at(-1)
  const parent = source.document.getIn(path.slice(0, -1), true)
  if (key === undefined || !isMap(parent)) return undefined
  return setValue(source, { kind: 'set', path: path.slice(0, -1), key, value: values })
}

/** `serves: []` and `serves:` become a list below the key. */
function fillEmptyList(source: YamlSourceText, change: AppendChange): Splice | undefined {
  const { text, document } = source
  const parent = document.getIn(change.path.slice(0, -1), true)
  const pair = isMap(parent)
    ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(change.path.at(-1)))
    : undefined
  if (!pair || !isMap(parent)) return undefined
  const [start, end] = isLeftEmpty(pair.value)
    ? [endOf(pair.key) + 1, endOf(pair.key) + 1]
    : [startOf(pair.value), endOf(pair.value)]
  if (parent.flow === true) {
    return { start, end, text: `${start === end ? ' ' : ''}${printFlow(change.values)}` }
  }
  const lineEnd = endOfLine(text, end)
  const rest = text.slice(end, lineEnd).trimEnd()
  const style = listStyleAt(change.path, columnOf(text, startOf(pair.key)), source)
  const head = text.slice(0, start).trimEnd()
  const lines = [rest, ...itemLines(change, style, source)]
  return { start: head.length, end: lineEnd, text: lines.map((line) => `${line}\n`).join('') }
}
