import { plainText } from './plain-text.ts'
import type { Section } from './read-sections.ts'

const ONLY_A_RULE = /^[\s=*_-]*$/

/** The title: the first heading of level 1, else the first heading that is no section's, else the first line; null when there is none. */
export function readTitle(sections: readonly Section[]): string | null {
  const headings = sections.filter((section) => section.level > 0 && section.level < 7)
  const first = headings[0]
  const opening = openingLine(sections)
  if (first?.role === 'topic') return plainText(first.heading) || opening
  const later = headings
    .slice(0, 3)
    .find((section) => section.role === 'topic' && section.level === 1 && section.blocks.length === 0)
  return opening ?? (later === undefined ? null : plainText(later.heading))
}

function openingLine(sections: readonly Section[]): string | null {
  const block = sections[0]?.blocks.find((one) => one.kind === 'text' && !ONLY_A_RULE.test(one.text))
  const text = plainText(block?.lines[0]?.text ?? '')
  return text === '' || text.length > 160 || /^https?:\S+$/.test(text) ? null : text
}
