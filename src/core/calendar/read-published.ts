import { refuse } from '../problem.ts'
import { unescapeText } from './escape-text.ts'
import { unfoldLines } from './feed-lines.ts'

/** A feed as it was published. */
export interface Published {
  /** By UID. */
  readonly events: ReadonlyMap<string, PublishedEvent>
  /** The highest number of the events that have left the feed. */
  readonly floor: number
}

/** What was published of one event: what a client could see of it, and its place in history. */
export interface PublishedEvent {
  /** As `contentOf` gives it. */
  readonly content: string
  readonly sequence: number
  readonly changedAt: Date
}

/** The property of the feed of all meetings that remembers the numbers of the events that have left it. */
export const FLOOR = 'X-WG-SEQUENCE-FLOOR'

const DATING = /^(?:DTSTAMP|LAST-MODIFIED|SEQUENCE|CREATED)[:;]/

const HINT =
  'Name the `all.ics` that was published last; where there is none, say `--no-previous`. Nothing was written.'

/**
 * Reads the feed of all meetings as wg has published it before. Refuses a text that is no calendar, and every other feed:
 * of meetings that do not stand in it nobody could say which number they had, and it must not fall.
 */
export function readPublished(text: string, source: string): Published {
  const lines = unfoldLines(text).map((line) => line.text)
  if (lines[0]?.toUpperCase() !== 'BEGIN:VCALENDAR' || lines.at(-1)?.toUpperCase() !== 'END:VCALENDAR')
    throw refuse(
      'calendar',
      `\`${source}\` is no calendar: it does not run from BEGIN:VCALENDAR to END:VCALENDAR.`,
      HINT,
    )
  const floor = valueOf(FLOOR, lines)
  if (floor === undefined)
    throw refuse(
      'calendar',
      `\`${source}\` is not the feed of all meetings that wg writes, which alone remembers the numbers of all.`,
      HINT,
    )
  return { events: new Map(blocksIn(lines).flatMap(readBlock)), floor: readNumber(floor) }
}

/** What a client could see of a VEVENT, whatever the order and the folding of its lines. */
export function contentOf(event: string): string {
  return contentOfLines(unfoldLines(event).map(({ text }) => text))
}

function contentOfLines(lines: readonly string[]): string {
  return lines
    .filter((line) => !DATING.test(line))
    .sort()
    .join('\n')
}

/** The lines from each BEGIN:VEVENT to its END:VEVENT. */
function blocksIn(lines: readonly string[]): readonly (readonly string[])[] {
  const blocks: string[][] = []
  let block: string[] | undefined
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') blocks.push((block = []))
    block?.push(line)
    if (line === 'END:VEVENT') block = undefined
  }
  return blocks
}

function readBlock(lines: readonly string[]): (readonly [string, PublishedEvent])[] {
  const uid = valueOf('UID', lines)
  const changedAt = readStamp(valueOf('LAST-MODIFIED', lines) ?? valueOf('DTSTAMP', lines) ?? '')
  if (uid === undefined || !changedAt) return []
  const sequence = readNumber(valueOf('SEQUENCE', lines) ?? '')
  return [[unescapeText(uid), { content: contentOfLines(lines), sequence, changedAt }]]
}

/** A number of an event; 0 for what is none. */
function readNumber(text: string): number {
  const number = Number(text)
  return Number.isSafeInteger(number) && number > 0 ? number : 0
}

function valueOf(name: string, lines: readonly string[]): string | undefined {
  return lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1)
}

function readStamp(text: string): Date | undefined {
  const found = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(text)
  if (!found) return undefined
  const [, year, month, date, hour, minute, second] = found
  const at = new Date(
    `${year ?? ''}-${month ?? ''}-${date ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}Z`,
  )
  return Number.isNaN(at.getTime()) ? undefined : at
}
