import { plainText, withoutMarks } from './plain-text.ts'
import type { Block } from './read-blocks.ts'
import type { Section } from './read-sections.ts'
import { scanLinks } from './scan-links.ts'

/** What links are called, by what they lead to. */
const LINK_WORDS: readonly (readonly [string, RegExp])[] = [
  ['previous', /\b(?:previous|last)\b/i],
  ['next', /\bnext\b/i],
  ['issue', /\bissue\b/i],
  ['recording', /\b(?:recording|video|youtube|you tube|audio|replay|stream|watch)\b/i],
  ['minutes', /\b(?:minutes|notes|doc|document)\b/i],
  ['agenda', /\bagenda\b/i],
]
const LABELLED = /^[\W_]*([^:[\]()<>]{2,40}?)[\s*_]*:[\s*_]*/
const OPENING_LINES = 40
const LONGEST_LABEL = 40

/** The addresses of the `Links` section, and of labelled lines at the head of the minutes. */
export function readLinks(sections: readonly Section[]): Record<string, string> {
  const linked = sections.filter((section) => section.context === 'links')
  const heads = sections.filter((section) => section.line < OPENING_LINES && isHead(section))
  const opening = heads.flatMap((section) => section.blocks.filter((block) => block.line < OPENING_LINES))
  const links: Record<string, string> = {}
  let group = ''
  for (const block of [...linked.flatMap((section) => section.blocks), ...opening]) {
    if (block.level === 0)
      group = /previous|last/i.test(block.text) && scanLinks(block.text).length === 0 ? 'previous' : ''
    for (const [name, url] of labelledLinks(block)) {
      const key = group === '' || name === 'previous' ? name : `${group}-${name}`
      links[key] ??= url
    }
  }
  return links
}

function isHead(section: Section): boolean {
  return section.level <= 1 || section.role === 'logistics'
}

function labelledLinks(block: Block): [string, string][] {
  return block.lines.flatMap((source, index): [string, string][] => {
    const found = scanLinks(source.text)
    const own = labelOf(source.text)
    const above = index > 0 && own === undefined ? labelOf(block.lines[index - 1]?.text ?? '') : undefined
    return found.slice(0, 1).flatMap((link): [string, string][] => {
      const words = withoutMarks(own ?? above ?? (link.bare ? '' : plainText(link.text)))
      return words === '' || words.length > LONGEST_LABEL || link.url === ''
        ? []
        : [[linkName(words), link.url]]
    })
  })
}

function labelOf(line: string): string | undefined {
  const label = LABELLED.exec(line)?.[1]
  return label === undefined || /^https?$/i.test(label) ? undefined : label
}

function linkName(words: string): string {
  const known = LINK_WORDS.find(([, pattern]) => pattern.test(words))?.[0]
  return (
    known ??
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
  )
}
