import type { AgendaItem, MinutesRecord, NameLookup } from './minutes-record.ts'
import { hideUnseen } from './hide-unseen.ts'
import { findMinutesProblems } from './minutes-problems.ts'
import { type MinutesWords, NO_WORDS, translateMarkers } from './minutes-words.ts'
import { makeSectionNamer, type SectionNamer } from './name-section.ts'
import { readActions } from './read-actions.ts'
import { readAgenda } from './read-agenda.ts'
import { readAttendees } from './read-attendees.ts'
import { readBlocks } from './read-blocks.ts'
import { readDate } from './read-date.ts'
import { readDecisions } from './read-decisions.ts'
import { readLinks } from './read-links.ts'
import { readSections } from './read-sections.ts'
import { readTitle } from './read-title.ts'
import { readSource } from './source-lines.ts'

/** One file of minutes, and what the reader may know besides. */
export interface MinutesFile {
  readonly text: string
  /** From the root of the workspace, with forward slashes; the date is first looked for here. */
  readonly path: string
  /** `owner/name`: whose issue a bare `#7` is. */
  readonly repository?: string
  /** Finds logins of names that stand without one. */
  readonly names?: NameLookup
  /** The words of headings and markers; English when not given. */
  readonly vocabulary?: Vocabulary
}

/** The words of a group, made ready for reading many files. */
export interface Vocabulary {
  readonly sectionNamer: SectionNamer
  readonly words: MinutesWords
}

/** English, and the words that a group adds. */
export function makeVocabulary(words: MinutesWords = NO_WORDS): Vocabulary {
  return { sectionNamer: makeSectionNamer(words.headings), words }
}

const ENGLISH = makeVocabulary()

/**
 * Reads minutes as people write them. Never throws: what cannot be read is a problem with its line, and the rest is read.
 * Time grows with the length of the text.
 */
export function readMinutes(file: MinutesFile): MinutesRecord {
  const source = readSource(file.text)
  const visible = hideUnseen(source.lines)
  const { sectionNamer, words } = file.vocabulary ?? ENGLISH
  const sections = readSections(readBlocks(translateMarkers(visible.lines, words)), sectionNamer)
  const found = readDate(file.path, sections, visible.frontMatter)
  const attendees = readAttendees(sections, file.names)
  const links = readLinks(sections)
  const agenda: AgendaItem[] = readAgenda(sections, {
    repository: file.repository ?? null,
    ownIssue: links['issue'],
  })
  const actions = readActions(sections, attendees)
  const decisions = readDecisions(sections)
  const problems = findMinutesProblems({ file: file.path, source, visible, sections, found, attendees })
  return {
    date: found.date,
    title: readTitle(sections),
    attendees,
    agenda,
    actions,
    decisions,
    links,
    problems,
  }
}
