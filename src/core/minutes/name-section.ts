import { headingKey } from './heading-key.ts'
import { withoutMarks } from './plain-text.ts'
import { scanLinks } from './scan-links.ts'
import { HEADING_WORDS, type HeadingWords, type SectionRole } from './words.ts'

/** Says what a heading is about; `topic` when it is none of the known ones. */
export type SectionNamer = (heading: string) => SectionRole

interface Pattern {
  readonly role: SectionRole
  readonly words: string
  readonly start: boolean
  readonly end: boolean
}

const REPOSITORY = /^[\w.-]{1,60}\/[\w.-]{1,100}$/
const MOST_WORDS = 7

/** Makes the function that reads headings, from the words of English and those of a group. */
export function makeSectionNamer(extra: HeadingWords = {}): SectionNamer {
  const exact = new Map<string, SectionRole>()
  const patterns: Pattern[] = []
  for (const table of [extra, HEADING_WORDS]) {
    for (const [role, phrases] of Object.entries(table) as [SectionRole, readonly string[]][]) {
      for (const phrase of phrases) {
        if (!phrase.includes('*')) exact.set(phrase, exact.get(phrase) ?? role)
        else
          patterns.push({
            role,
            words: phrase.replaceAll('*', ''),
            start: phrase.endsWith('*'),
            end: phrase.startsWith('*'),
          })
      }
    }
  }
  return (heading) => nameSection(heading, exact, patterns)
}

function nameSection(
  heading: string,
  exact: ReadonlyMap<string, SectionRole>,
  patterns: readonly Pattern[],
): SectionRole {
  if (heading.length > 200) return 'topic'
  const plain = headingText(heading)
  if (
    REPOSITORY.test(plain) &&
    !/^(?:q\/a|observers\/guests|guests\/observers|date\/time|agenda\/minutes|and\/or)$/i.test(plain)
  )
    return 'repository'
  const key = headingKey(plain)
  const known = exact.get(key)
  if (known !== undefined) return known
  if (key.split(' ').length > MOST_WORDS || /[#\d]/.test(key)) return 'topic'
  return patterns.find((pattern) => fits(key, pattern))?.role ?? 'topic'
}

function headingText(heading: string): string {
  const [link] = scanLinks(heading)
  return withoutMarks(
    link !== undefined && link.start === 0 && link.end === heading.length ? link.text : heading,
  )
}

function fits(key: string, { words, start, end }: Pattern): boolean {
  if (start && end) return key.includes(words)
  return start
    ? key.startsWith(words.trimEnd()) && !/^[a-z]/.test(key.slice(words.trimEnd().length))
    : key.endsWith(words)
}
