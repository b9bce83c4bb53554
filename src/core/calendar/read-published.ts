import { refuse } from '../problem.ts'
import { unfoldLines } from './fold.ts'

/** What was published of one event: its lines but for those that only date it, and its place in history. */
export interface PublishedEvent {
  readonly content: string
  readonly sequence: number
  readonly changedAt: Date
}

const DATING = /^(?:DTSTAMP|LAST-MODIFIED|SEQUENCE|CREATED)[:;]/

/** Reads a feed that wg has published before, by UID. Refuses a text that is no calendar. */
export function readPublished(text: string, source: string): ReadonlyMap<string, PublishedEvent> {
  const lines = unfoldLines(text.replace(/^\uFEFF/, ''))
  if (lines[0]?.toUpperCase() !== 'BEGIN:VCALENDAR' || !lines.includes('END:VCALENDAR')) {
    throw refuse(
      'calendar',
      `\`${source}\` is no calendar: it does not run from BEGIN:VCALENDAR to END:VCALENDAR.`,
      'Name the feed that was published last, or leave `--previous` out the first time. Nothing was written.',
    )
  }
  const found = new Map<string, PublishedEvent>()
  for (const block of eventsIn(lines)) {
    const value = (name: string) => block.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1)
    const uid = value('UID')
    const changedAt = readStamp(value('LAST-MODIFIED') ?? value('DTSTAMP') ?? '')
    if (uid === undefined || !changedAt) continue
    found.set(uid, { content: contentOf(block), sequence: Number(value('SEQUENCE') ?? 0) || 0, changedAt })
  }
  return found
}

/** The lines of one event as it would be published, without those that only date it. */
export function contentOf(lines: readonly string[]): string {
  return lines.filter((line) => !DATING.test(line)).join('\n')
}

/** The blocks of lines between BEGIN:VEVENT and END:VEVENT. */
export function eventsIn(lines: readonly string[]): readonly (readonly string[])[] {
  const blocks: string[][] = []
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') blocks.push([])
    blocks.at(-1)?.push(line)
  }
  return blocks.map((block) => block.slice(0, block.indexOf('END:VEVENT') + 1))
}

function readStamp(text: string): Date | undefined {
  const found = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(text)
  if (!found) return undefined
  const [, year, month, date, hour, minute, second] = found
  return new Date(`${year ?? ''}-${month ?? ''}-${date ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}Z`)
}
