import type { HeadingWords } from './words.ts'

/** What a group's own words before a colon say: `Aufgabe: …`, `Beschluss: …`. */
export type MarkerRole = 'action' | 'decision'

/** The words that a group adds to those of English minutes. */
export interface MinutesWords {
  readonly headings: HeadingWords
  readonly markers: Readonly<Partial<Record<MarkerRole, readonly string[]>>>
}

/** English alone. */
export const NO_WORDS: MinutesWords = { headings: {}, markers: {} }

/** The English word that the reader of lines knows for each. */
const ENGLISH: Readonly<Record<MarkerRole, string>> = { action: 'Action', decision: 'Resolution' }

/** Puts English markers in the place of a group's own, so that one reader reads both; the lines stay where they are. */
export function translateMarkers(lines: readonly string[], { markers }: MinutesWords): readonly string[] {
  const patterns = (Object.keys(ENGLISH) as MarkerRole[]).flatMap((role) => {
    const words = markers[role] ?? []
    if (words.length === 0) return []
    const any = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
    return [
      {
        english: ENGLISH[role],
        pattern: new RegExp(`^([^\\p{L}\\p{N}]{0,20})(?:${any})(?=[*_]*\\s*:)`, 'iu'),
      },
    ]
  })
  if (patterns.length === 0) return lines
  return lines.map((line) =>
    patterns.reduce((text, { english, pattern }) => text.replace(pattern, `$1${english}`), line),
  )
}
