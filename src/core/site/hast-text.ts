import type { ElementContent, Nodes } from 'hast'

const INLINE = new Set(['a', 'b', 'code', 'del', 'em', 'i', 'kbd', 'q', 's', 'span', 'strong', 'sub', 'sup'])

/** The words of some HTML, as one line: blocks are told apart by a space. */
export function hastText(node: Nodes | readonly ElementContent[]): string {
  const parts: string[] = []
  collect(
    Array.isArray(node) ? { type: 'root', children: [...(node as ElementContent[])] } : (node as Nodes),
    parts,
  )
  return parts.join('').replace(/\s+/g, ' ').trim()
}

function collect(node: Nodes, parts: string[]): void {
  if (node.type === 'text') parts.push(node.value)
  if (!('children' in node)) return
  const isBlock = node.type === 'element' && !INLINE.has(node.tagName)
  if (isBlock) parts.push(' ')
  for (const child of node.children) collect(child, parts)
  if (isBlock) parts.push(' ')
}
