import { ICalCalendar } from 'ical-generator'
import { plainLine } from '../text/plain-line.ts'
import { asUri } from './as-uri.ts'
import { CSS_COLORS } from './css-colors.ts'
import { escapeText } from './escape-text.ts'
import { foldLine } from './fold-line.ts'
import { FLOOR } from './read-published.ts'

/** A calendar to subscribe to. */
export interface Feed {
  /** Where it lies below the folder of all feeds: `series/security-wg.ics`. */
  readonly path: string
  readonly name: string
  /** Its own address, once it is published. */
  readonly source?: string
  /** The page of the group. */
  readonly page?: string
  /** A colour name of CSS (RFC 7986 §5.9). */
  readonly color?: string
  /** How often clients should look for news, in minutes. */
  readonly refresh: number
  /** The number below which no new event of this feed may begin; only the feed of all meetings carries it. */
  readonly floor?: number
  /** The VEVENTs, as `writeEvents` gives them. */
  readonly events: readonly string[]
}

const END = 'END:VCALENDAR'

/** By this line a feed is known to be wg's own. */
export const PRODUCT = 'PRODID:-//wg-toolkit//wg//EN'

/** The bytes of a feed: the same for the same feed on every machine. */
export function writeFeed(feed: Feed): string {
  // By its place, since a name may hold the same words.
  const head = makeCalendar(feed).toString().slice(0, -END.length)
  return [head, ...moreLines(feed).map((line) => `${foldLine(line)}\r\n`), ...feed.events, `${END}\r\n`].join(
    '',
  )
}

function makeCalendar({ name, source, page, color, refresh }: Feed): ICalCalendar {
  return new ICalCalendar({
    prodId: { company: 'wg-toolkit', product: 'wg' },
    // ical-generator escapes the texts of events and not those of the calendar.
    name: escapeText(plainLine(name)),
    description: escapeText(describe(name)),
    ttl: refresh * 60,
    source: (source === undefined ? undefined : asUri(source)) ?? null,
    url: (page === undefined ? undefined : asUri(page)) ?? null,
    color: CSS_COLORS.get(color ?? '') ?? null,
  })
}

/** What RFC 7986 has (§5.2, §5.9) and ical-generator does not write, and the memory of `--previous`. */
function moreLines({ name, color, floor }: Feed): readonly string[] {
  return [
    `DESCRIPTION:${escapeText(describe(name))}`,
    ...(color === undefined ? [] : [`COLOR:${color}`]),
    ...(floor === undefined ? [] : [`${FLOOR}:${floor}`]),
  ]
}

function describe(name: string): string {
  return plainLine(`Meetings: ${name}`)
}
