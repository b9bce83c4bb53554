import type { Day } from '../time/day.ts'
import { dateInPath, datesInText } from './dates-in-text.ts'
import { plainText } from './plain-text.ts'
import type { Section } from './read-sections.ts'

/** What the path, the title and the text say; `date` is the one to believe. */
export interface FoundDate {
  readonly date: Day | null
  readonly inPath: Day | null
  readonly inTitle: Day | null
  readonly titleLine: number
}

const DATE_LABEL = /^\W*(?:date|when|meeting date|day|held)\b\W*(.*)$/i
const OTHER_MEETING = /\b(?:next|previous|last|prior|upcoming|future|follow-?up)\b/i
const FIRST_LINES = 40

/** The day of the meeting: the path's, else the title's, else that of an early line such as `Date: …` or one that is only a date. */
export function readDate(
  path: string,
  sections: readonly Section[],
  frontMatter: readonly string[],
): FoundDate {
  const fromPath = dateInPath(path)
  const headings = sections.filter(
    (section) => section.level > 0 && section.level < 4 && section.line < FIRST_LINES,
  )
  const dated = headings.map((section) => ({
    line: section.line,
    date: ownDate(plainText(section.heading), fromPath.year),
  }))
  const inTitle = dated.find((one) => one.date !== null)
  const date =
    fromPath.day ?? inTitle?.date ?? dateInBody(sections, fromPath.year) ?? dateInFrontMatter(frontMatter)
  const agrees =
    date === null || fromPath.day !== null || fromPath.month === null || date.startsWith(fromPath.month)
  return {
    date: agrees ? date : null,
    inPath: fromPath.day,
    inTitle: inTitle?.date ?? null,
    titleLine: inTitle?.line ?? 1,
  }
}

function ownDate(text: string, year: number | null): Day | null {
  return OTHER_MEETING.test(text) ? null : (datesInText(text, year)[0] ?? null)
}

function dateInBody(sections: readonly Section[], year: number | null): Day | null {
  const lines = sections
    .filter(
      (section) =>
        section.line < FIRST_LINES && !section.within.has('next') && !section.within.has('previous'),
    )
    .flatMap((section) => section.blocks)
    .filter((block) => block.line < FIRST_LINES)
    .flatMap((block) => block.lines.map((one) => plainText(one.text)))
  const labelled = lines
    .map((text) => DATE_LABEL.exec(text)?.[1])
    .find((rest) => rest !== undefined && ownDate(rest, year) !== null)
  if (labelled !== undefined) return ownDate(labelled, year)
  return (
    lines
      .filter((text) => text.length < 100)
      .map((text) => ownDate(text, null))
      .find((date) => date !== null) ?? null
  )
}

function dateInFrontMatter(lines: readonly string[]): Day | null {
  const line = lines.find((one) => /^(?:date|title)\s*:/i.test(one) && datesInText(one, null).length > 0)
  return line === undefined ? null : (datesInText(line, null)[0] ?? null)
}
