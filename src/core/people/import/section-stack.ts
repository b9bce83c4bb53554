import { readHeading, type HeadingMeaning } from './heading-meaning.ts'
import type { EntryReading } from './read-entry.ts'
import { find, type Finding, type RosterRule } from './roster-problems.ts'
import type { Emptiness, RosterEntry, Standing } from './roster-section.ts'
import type { RosterWords } from './roster-words.ts'

/** A section while it is being read. */
export interface Draft {
  readonly title: string
  readonly group: string
  readonly standing: Standing
  readonly role?: string
  readonly mark?: string
  readonly offset: number
  /** It counts only when a line in it names an account. */
  readonly unsure: boolean
  /** Headings below it that say nothing of their own go on with this roster. */
  readonly goesOn: boolean
  readonly entries: (Omit<RosterEntry, 'line'> & { readonly offset: number })[]
  readonly unread: Finding[]
  readonly doubts: Finding[]
  empty?: Emptiness
  /** Headings or blocks below it have taken over its list. */
  parted: boolean
}

interface Frame {
  readonly kind: 'heading' | 'fold' | 'mark'
  /** Of a heading: 1 to 6 for those of the page, 7 for a summary or a line in bold, deeper ones for items that head a list. */
  readonly level: number
  readonly draft?: Draft
  /** What stands below belongs to no roster, whatever the heading above says. */
  readonly prose: boolean
  readonly offset: number
}

/** A heading of the page, or what does the work of one. */
export interface Heading {
  readonly title: string
  readonly level: number
  readonly offset: number
}

const PAGE_LEVELS = 6

/** Where in the page we are: the headings, folds and marks that are open, and all sections so far. */
export interface SectionStack {
  readonly words: RosterWords
  readonly frames: Frame[]
  readonly drafts: Draft[]
  readonly broken: Finding[]
}

export function makeStack(words: RosterWords): SectionStack {
  return { words, frames: [], drafts: [], broken: [] }
}

/** The roster that a line here belongs to; undefined outside every roster. */
export function currentDraft({ frames }: SectionStack): Draft | undefined {
  return frames.findLast(({ draft, prose }) => draft !== undefined || prose)?.draft
}

/** Goes below a heading: what it does not say, it has from the heading above it. */
export function enterHeading(stack: SectionStack, heading: Heading): void {
  const { title, level, offset } = heading
  const top = stack.frames.at(-1)
  if (level <= PAGE_LEVELS) closeMark(stack)
  if (level <= PAGE_LEVELS && top?.draft !== undefined && top.level > PAGE_LEVELS) top.draft.parted = true
  leaveLevel(stack, level)
  const read = readHeading(title, stack.words)
  const meaning = read === undefined && level <= PAGE_LEVELS ? inherit(stack) : read
  const frame: Frame = { kind: 'heading', level, offset, prose: meaning === 'prose' }
  const draft = typeof meaning === 'object' ? open(stack, meaning, { title, offset }) : undefined
  stack.frames.push(draft === undefined ? frame : { ...frame, draft })
}

/** Goes below an item that heads a list of people who all have one role. */
export function enterRole(stack: SectionStack, heading: Heading, role: string): void {
  const { title, level, offset } = heading
  const meaning = { standing: currentDraft(stack)?.standing ?? 'serving', role, unsure: true }
  const draft = open(stack, meaning, { title, offset })
  stack.frames.push({ kind: 'heading', level, offset, prose: false, draft })
}

/** A part of a roster may be headed in any words; what is headed so in the rest of a page is prose. */
function inherit(stack: SectionStack): HeadingMeaning | 'prose' {
  const above = currentDraft(stack)
  return above?.goesOn === true ? { standing: above.standing, unsure: true } : 'prose'
}

/** Leaves the headings of this level and deeper, as far as the fold or mark that we are in. */
export function leaveLevel({ frames }: SectionStack, level: number): void {
  while (frames.at(-1)?.kind === 'heading' && (frames.at(-1)?.level ?? 0) >= level) frames.pop()
}

/** Enters a block that a program keeps equal to a team of GitHub. */
export function enterMark(stack: SectionStack, team: string, offset: number): void {
  closeMark(stack)
  const above = currentDraft(stack)
  const meaning: HeadingMeaning = { standing: above?.standing ?? 'serving', unsure: false }
  const draft = open(stack, meaning, { title: above?.title ?? team, offset, mark: team })
  stack.frames.push({ kind: 'mark', level: 0, draft, prose: false, offset })
}

export function leaveMark(stack: SectionStack, offset: number): void {
  const at = stack.frames.findLastIndex(({ kind }) => kind === 'mark')
  if (at === -1) stack.broken.push(find('roster-unopened', offset, 'synchronised block'))
  else stack.frames.length = at
}

export function enterFold({ frames }: SectionStack, offset: number): void {
  frames.push({ kind: 'fold', level: 0, prose: false, offset })
}

export function leaveFold({ frames }: SectionStack): void {
  const at = frames.findLastIndex(({ kind }) => kind === 'fold')
  if (at !== -1) frames.length = at
}

/** At the end of the page, nothing may be open that needs an end. */
export function leavePage(stack: SectionStack): void {
  closeMark(stack)
  for (const [index, { kind, offset }] of stack.frames.entries()) {
    const holds = stack.frames.slice(index).some(({ draft }) => draft !== undefined)
    if (kind === 'fold' && holds) stack.broken.push(find('roster-unclosed', offset, '`<details>`'))
  }
}

/** Puts a reading into the section: an entry with the role of its heading unless it has its own, or what could not be read. */
export function takeReading(draft: Draft, reading: EntryReading): void {
  if ('unread' in reading) {
    draft.unread.push(reading.unread)
    return
  }
  draft.doubts.push(...reading.doubts)
  const { role } = draft
  draft.entries.push({ ...(role === undefined ? {} : { role }), ...reading.entry, offset: reading.offset })
}

/** What may stand below an unsure heading without making it a roster. */
const NAMES_NOBODY: ReadonlySet<string> = new Set<RosterRule>([
  'roster-line',
  'roster-mail',
  'roster-sentence',
  'roster-unclosed',
])

/** Whether the section is a roster: its heading says so, or somebody is named in it. */
export function isRoster({ unsure, entries, unread }: Draft): boolean {
  return !unsure || entries.length > 0 || unread.some(({ rule }) => !NAMES_NOBODY.has(rule))
}

function closeMark(stack: SectionStack): void {
  const at = stack.frames.findLastIndex(({ kind }) => kind === 'mark')
  if (at === -1) return
  stack.broken.push(find('roster-unclosed', stack.frames[at]?.offset ?? 0, 'synchronised block'))
  stack.frames.length = at
}

function open(
  stack: SectionStack,
  meaning: HeadingMeaning,
  at: Pick<Draft, 'title' | 'offset' | 'mark'>,
): Draft {
  const above = currentDraft(stack)
  if (above !== undefined) above.parted = true
  const role = meaning.role ?? (meaning.group === undefined ? above?.role : undefined)
  const draft: Draft = {
    ...at,
    group: meaning.group ?? above?.group ?? 'members',
    standing: meaning.standing,
    ...(role === undefined ? {} : { role }),
    unsure: meaning.unsure,
    goesOn: !meaning.unsure || (above?.goesOn ?? false),
    entries: [],
    unread: [],
    doubts: [],
    parted: false,
  }
  stack.drafts.push(draft)
  return draft
}
