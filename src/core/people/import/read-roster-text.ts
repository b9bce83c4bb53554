import { sortProblems, type Place, type Problem } from '../../problem.ts'
import { collectSections } from './collect-sections.ts'
import { readMarkdownTags } from './markdown-tags.ts'
import { placeFinder } from './place-finder.ts'
import { readBlocks } from './roster-blocks.ts'
import { find, type Finding } from './roster-problems.ts'
import type { RosterReading, RosterSection } from './roster-section.ts'
import { ROSTER_WORDS, type RosterWords } from './roster-words.ts'
import { isRoster, type Draft } from './section-stack.ts'
import { tamePage } from './tame-page.ts'

/** A page with a roster in it. */
export interface RosterPage {
  /** The path for problems, from the root of the workspace. */
  readonly file: string
  readonly text: string
  /** The words that this group uses, where they differ from the usual ones. */
  readonly words?: RosterWords
}

/**
 * Finds the rosters of a page in GitHub's Markdown (lists, tables, HTML, synchronised blocks) and reads every line of them.
 * A line either gives an entry or a problem that says where and why not; no login is made up. Never throws.
 */
export function readRosterText({ file, text, words = ROSTER_WORDS }: RosterPage): RosterReading {
  const page = text.replace(/^\uFEFF/u, '')
  const tame = tamePage(page)
  const { drafts, broken } = collectSections(readBlocks(readMarkdownTags(tame.text)), words)
  const rosters = drafts.filter(isRoster).filter((draft) => !(draft.parted && isBlank(draft)))
  const findings = {
    unread: [
      ...tame.unread,
      ...broken,
      ...rosters.flatMap(({ unread }) => unread),
      ...rosters.flatMap(findSilence),
    ],
    doubts: [
      ...rosters.flatMap(({ doubts }) => doubts),
      ...rosters.flatMap(findEmptyBlock),
      ...findRepeats(rosters),
    ],
  }
  if (rosters.length === 0 && findings.unread.length === 0) findings.unread.push(find('roster-none', 0))
  const placeOf = placeFinder(file, page)
  const problems = (severity: Problem['severity'], found: readonly Finding[]) =>
    sortProblems(
      found.map(({ rule, message, hint, offset }) => ({
        rule,
        severity,
        message,
        hint,
        place: placeOf(offset),
      })),
    )
  return {
    sections: rosters.map((draft) => makeSection(draft, placeOf)),
    unread: problems('error', findings.unread),
    doubts: problems('warning', findings.doubts),
  }
}

function makeSection(draft: Draft, placeOf: (offset: number) => Place): RosterSection {
  const { title, group, standing, mark, offset, entries } = draft
  const empty = draft.empty ?? (mark === undefined ? undefined : 'nobody')
  return {
    title,
    group,
    standing,
    ...(mark === undefined ? {} : { mark }),
    line: placeOf(offset).line,
    entries: firstOfEach(entries).map(({ offset: at, ...entry }) => ({ ...entry, line: placeOf(at).line })),
    ...(empty === undefined || entries.length > 0 ? {} : { empty }),
  }
}

function isBlank({ entries, unread, empty }: Draft): boolean {
  return entries.length === 0 && unread.length === 0 && empty === undefined
}

/** A heading with nothing below it may be a mistake, so it does not count as an empty roster. */
function findSilence(draft: Draft): Finding[] {
  return isBlank(draft) && draft.mark === undefined ? [find('roster-empty', draft.offset, draft.title)] : []
}

/** A program keeps such a block, so it is believed; all the same a person should know. */
function findEmptyBlock(draft: Draft): Finding[] {
  return isBlank(draft) && draft.mark !== undefined
    ? [find('roster-empty-block', draft.offset, draft.mark)]
    : []
}

function findRepeats(drafts: readonly Draft[]): Finding[] {
  const serving = drafts.filter(({ standing }) => standing === 'serving')
  const twice = drafts.flatMap(({ entries }) => {
    const kept = new Set(firstOfEach(entries))
    return entries
      .filter((entry) => !kept.has(entry))
      .map(({ login, offset }) => find('roster-twice', offset, login))
  })
  const both = drafts
    .filter(({ standing }) => standing === 'past')
    .flatMap(({ group, entries }) => {
      const now = new Set(
        serving.filter((draft) => draft.group === group).flatMap((draft) => draft.entries.map(keyOf)),
      )
      return entries
        .filter((entry) => now.has(keyOf(entry)))
        .map(({ login, offset }) => find('roster-both', offset, login))
    })
  return [...twice, ...both]
}

function keyOf({ login }: { readonly login: string }): string {
  return login.toLowerCase()
}

function firstOfEach<T extends { readonly login: string }>(entries: readonly T[]): T[] {
  const seen = new Set<string>()
  return entries.filter((entry) => seen.size < seen.add(keyOf(entry)).size)
}
