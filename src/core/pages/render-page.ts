import { charterFile } from '../charters/charter.ts'
import { unreadTeams } from '../charters/unread-teams.ts'
import { chartersOn } from '../charters/history.ts'
import type { Place, Problem } from '../problem.ts'
import { faultAsProblem } from '../text/fault.ts'
import { fillMarks } from '../text/fill-marks.ts'
import type { Line } from '../text/line.ts'
import { findMarks, type MarkBlock } from '../text/marks.ts'
import { didYouMean } from '../text/nearest.ts'
import { todayAt } from '../time/today.ts'
import { chartMark, chartersMark } from './charters-marks.ts'
import { contactsMark } from './contacts-mark.ts'
import { meetingsMark } from './meetings-mark.ts'
import type { AttributeFault, PageMark, PageMatter } from './page-matter.ts'
import { emeritusMark, rosterMark } from './roster-marks.ts'
import { teamsMark } from './teams-mark.ts'

/** Every mark of pages. */
export const PAGE_MARKS: readonly PageMark[] = [
  rosterMark,
  emeritusMark,
  teamsMark,
  chartersMark,
  chartMark,
  contactsMark,
  meetingsMark,
]

/** A page, brought up to date. */
export interface RenderedPage {
  /** Undefined when the page has nothing for wg to write. */
  readonly text?: string
  /** When there is an error, nothing may be written. */
  readonly problems: readonly Problem[]
}

/**
 * Fills the marks of a page with what the files say. What people have changed between the marks stays, and is a warning,
 * unless the page is to be written `anew`. A page with a broken or unknown mark is left as it is.
 */
export function renderPage(text: string, given: PageMatter, { anew = false } = {}): RenderedPage {
  if (!PAGE_MARKS.some(({ name }) => text.includes(`wg:${name}`))) return { problems: [] }
  const matter = asOfToday(given)
  const found = findMarks(text)
  const broken = found.faults.map((fault) => faultAsProblem(fault, matter.file))
  const fillings = new Map<string, readonly Line[]>()
  for (const block of found.blocks) {
    const lines = linesOf(block, matter)
    if (lines === undefined) continue
    if ('message' in lines) broken.push({ ...lines, severity: 'error', place: placeOf(block, matter.file) })
    else fillings.set(block.key, lines)
  }
  if (broken.length > 0) return { problems: broken }
  if (fillings.size === 0) return { problems: [] }
  const fresh = fillMarks(text, fillings, { fresh: true, found }).text
  if (anew) return { text: fresh, problems: [] }
  const merged = fillMarks(text, fillings, { found }).text
  return { text: merged, problems: findStrangers(merged, fresh, matter.file) }
}

/** A step of a charter may be planned for a day ahead; a page says what holds today. */
function asOfToday({ workspace, ...matter }: PageMatter): PageMatter {
  const charters = chartersOn(workspace.charters, todayAt(matter.now))
  return { ...matter, workspace: { ...workspace, charters } }
}

type MarkFault = AttributeFault & Pick<Problem, 'rule'>

function linesOf(block: MarkBlock, matter: PageMatter): readonly Line[] | MarkFault | undefined {
  const mark = PAGE_MARKS.find(({ name }) => name === block.name)
  if (!mark) return undefined
  const unread = mark.needsCharters ? unreadTeams(matter.workspace) : []
  const fault = unread.length > 0 ? notWhole(block.name, unread) : faultOfAttributes(block, mark)
  if (fault !== undefined) return fault
  const lines = mark.lines(block.attributes, matter)
  return 'message' in lines ? { ...lines, rule: 'mark-attribute' } : lines
}

function notWhole(name: string, unread: readonly string[]): MarkFault {
  return {
    rule: 'mark-is-whole',
    message: `The mark \`wg:${name}\` speaks of every team, and ${unread.map(charterFile).join(', ')} could not be read, so this page is left as it is.`,
    hint: 'Put that right first: `wg charter check`.',
  }
}

function faultOfAttributes(block: MarkBlock, mark: PageMark): MarkFault | undefined {
  const rule = 'mark-attribute'
  for (const [name, value] of Object.entries(block.attributes)) {
    const known = Object.keys(mark.attributes)
    if (!known.includes(name)) {
      return {
        rule,
        message: `The mark \`wg:${block.name}\` has no attribute \`${name}\`.`,
        hint: didYouMean(name, known) ?? `It may have: ${known.join(', ')}.`,
      }
    }
    const values = mark.attributes[name]
    if (values && !values.includes(value)) {
      return {
        rule,
        message: `\`${name}=${value}\` of the mark \`wg:${block.name}\` is none of its values.`,
        hint: didYouMean(value, values) ?? `One of: ${values.join(', ')}.`,
      }
    }
  }
  return undefined
}

function placeOf({ line, column }: MarkBlock, file: string): Place {
  return { file, line, column }
}

/** Blocks in which people have written what the files do not say, or have deleted what they do say. */
function findStrangers(merged: string, fresh: string, file: string): Problem[] {
  if (merged === fresh) return []
  const wanted = new Map(findMarks(fresh).blocks.map((block) => [block.key, contentOf(fresh, block)]))
  return findMarks(merged).blocks.flatMap((block): Problem[] => {
    if (wanted.get(block.key) === contentOf(merged, block)) return []
    return [
      {
        rule: 'page-says-otherwise',
        severity: 'warning',
        message: `Somebody has changed the lines of \`wg:${block.key}\`, so they do not say what the files say.`,
        hint: 'Put what is new into members.yml, charters/ or meetings/, then run `wg render --anew`, which writes these lines afresh.',
        place: { file, line: block.line, column: block.column },
      },
    ]
  })
}

function contentOf(text: string, { contentStart, contentEnd }: MarkBlock): string {
  const lines = text.slice(contentStart, contentEnd).split(/\r\n|\n|\r/)
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}
