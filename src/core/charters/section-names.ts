import type { ProseText } from './prose-part.ts'
import type { CharterProse, Section } from './read-prose.ts'

/** A heading in the form in which headings are compared: without numbers, punctuation and letter case. */
export function headingKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/^[\d.)\s]+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The section under one of some headings that mean the same; undefined when there is none. */
export function sectionCalled(
  { sections }: Pick<CharterProse, 'sections'>,
  names: readonly string[],
): Section | undefined {
  const keys = names.map(headingKey)
  return sections.find(({ text }) => keys.includes(headingKey(text)))
}

/** Headings of which a charter needs one; they mean the same. */
export type Heading = readonly [string, ...string[]]

/** What the headings over what is in scope, and over what is not, are called in charters. */
export const IN_SCOPE: Heading = ['In scope', 'Within scope']
export const OUT_OF_SCOPE: Heading = [
  'Out of scope',
  'Not in scope',
  'Outside the scope',
  'Non-goals',
  'Non-responsibilities',
]

/** What a charter lists as in its scope; the items straight under `Scope` where there is no heading of its own. */
export function inScope(prose: CharterProse): readonly ProseText[] {
  return (sectionCalled(prose, IN_SCOPE) ?? sectionCalled(prose, ['Scope']))?.items ?? []
}

/** What a charter lists as out of its scope. */
export function outOfScope(prose: CharterProse): readonly ProseText[] {
  return sectionCalled(prose, OUT_OF_SCOPE)?.items ?? []
}
