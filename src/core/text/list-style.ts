import { isCollection, isMap, isScalar, isSeq, type YAMLSeq } from 'yaml'
import type { YamlSourceText } from './yaml-change.ts'
import type { ValuePath } from './yaml.ts'
import { columnOf, endOf, endOfLine, lineStart, startOf } from './yaml-offsets.ts'
import type { ListStyle } from './yaml-print.ts'

/** How a list that has items is written. */
export function styleOfList(list: YAMLSeq, text: string): ListStyle {
  const dash = columnOf(text, startOf(list))
  const last = list.items.at(-1)
  const lead = text.slice(lineStart(text, startOf(last)), startOf(last))
  return {
    dash,
    gap: /^ *- *$/.test(lead) ? lead.length - dash - 1 : 1,
    flow: isCollection(last) && last.flow === true,
    blank: hasBlankBefore(list, text),
  }
}

function hasBlankBefore({ items }: YAMLSeq, text: string): boolean {
  const [before, last] = items.slice(-2)
  if (before === undefined || last === undefined) return false
  return /^[ \t]*\r?$/m.test(
    text.slice(endOfLine(text, endOf(before)), startOf(last)).replace(/\n[^\n]*$/, ''),
  )
}

/**
 * How a list would be written below a key that stands at a column: as the same key's list in another item of the list around it,
 * else with its dashes as far in as those of the list around it.
 */
export function listStyleAt(path: ValuePath, column: number, { text, document }: YamlSourceText): ListStyle {
  const key = path.at(-1)
  const around = document.getIn(path.slice(0, -2), true)
  const plain = { dash: column + 2, gap: 1, flow: false, blank: false }
  if (path.length < 2 || !isSeq(around) || around.flow === true) return plain
  for (const item of around.items.toReversed()) {
    const pair = isMap(item)
      ? item.items.find((each) => isScalar(each.key) && each.key.value === key)
      : undefined
    if (pair && isSeq(pair.value) && pair.value.flow !== true && pair.value.items.length > 0) {
      const style = styleOfList(pair.value, text)
      return { ...style, dash: column + style.dash - columnOf(text, startOf(pair.key)), blank: false }
    }
  }
  const outer = document.getIn(path.slice(0, -3), true)
  const named = isMap(outer) ? outer.items.find(({ value }) => value === around) : undefined
  if (!named || around.items.length === 0) return plain
  return { ...plain, dash: column + columnOf(text, startOf(around)) - columnOf(text, startOf(named.key)) }
}
