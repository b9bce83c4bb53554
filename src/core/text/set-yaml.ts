import { isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap } from 'yaml'
import type { Splice, YamlChange, YamlSourceText } from './yaml-change.ts'
import { listStyleAt } from './list-style.ts'
import { columnOf, endOf, endOfLine, endOfPair, isLeftEmpty, startOf } from './yaml-offsets.ts'
import { printFlow, printPair, printPlain, type YamlData } from './yaml-print.ts'

type SetChange = Extract<YamlChange, { kind: 'set' }>

/** The piece of text that sets one value; undefined where it does not fit on lines of its own. */
export function setValue(source: YamlSourceText, change: SetChange): Splice | undefined {
  const node = source.document.getIn(change.path, true)
  if (isSeq(node))
    return replaceScalar(node.items[Number(change.key)], change.value, {
      text: source.text,
      flow: node.flow === true,
    })
  if (!isMap(node)) return undefined
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(change.key))
  if (!pair) return insertPair(node, change, source)
  if (isLeftEmpty(pair.value)) return fillEmpty(pair, change, source.text)
  return replaceScalar(pair.value, change.value, { text: source.text, flow: node.flow === true })
}

interface Surroundings {
  readonly text: string
  readonly flow: boolean
}

function replaceScalar(node: unknown, value: YamlData, { text, flow }: Surroundings): Splice | undefined {
  if (!isScalar(node) || typeof value === 'object') return undefined
  const [start, end] = [startOf(node), endOf(node)]
  const lineEnd = text.slice(start, end).endsWith('\n') ? '\n' : ''
  const printed = keepQuotes(node, value) ?? (flow ? printFlow(value) : printPlain(value))
  return { start, end, text: printed + lineEnd }
}

const QUOTES: Readonly<Partial<Record<string, string>>> = { QUOTE_SINGLE: "'", QUOTE_DOUBLE: '"' }

/** The value between the quotes that stand there; undefined where there are none, or where it would have to be escaped. */
function keepQuotes({ type }: Scalar, value: YamlData): string | undefined {
  const quote = QUOTES[type ?? '']
  if (quote === undefined || typeof value !== 'string' || /['"\\\p{Cc}]/u.test(value)) return undefined
  return quote + value + quote
}

function fillEmpty(pair: Pair, { value }: SetChange, text: string): Splice | undefined {
  const colon = endOf(pair.key)
  if (typeof value === 'object' || text[colon] !== ':') return undefined
  return { start: colon + 1, end: colon + 1, text: ` ${printFlow(value)}` }
}

function insertPair(map: YAMLMap, change: SetChange, source: YamlSourceText): Splice | undefined {
  const before = pairBefore(map, change)
  if (before === undefined) return undefined
  if (map.flow === true) {
    const at = endOfPair(before)
    return { start: at, end: at, text: `, ${printPlain(String(change.key))}: ${printFlow(change.value)}` }
  }
  const at = endOfLine(source.text, endOfPair(before))
  const indent = columnOf(source.text, startOf(map.items[0]?.key))
  const list = listStyleAt([...change.path, change.key], indent, source)
  const lines = printPair(String(change.key), change.value, { indent, list })
  return { start: at, end: at, wholeLines: true, text: lines.map((line) => `${line}\n`).join('') }
}

/** The pair behind which a new key belongs: the last of those that come before it in the usual order, or the last one. */
function pairBefore(map: YAMLMap, { key, order = [] }: SetChange): Pair | undefined {
  const earlier = order.slice(0, Math.max(0, order.indexOf(String(key))))
  const before = map.items.filter((pair) => isScalar(pair.key) && earlier.includes(String(pair.key.value)))
  return before.at(-1) ?? map.items.at(-1)
}
