import * as z from 'zod'
import { foreignCharacters } from './people/import/login-shape.ts'
import { type Day, parseDay } from './time/day.ts'
import { type ClockTime, parseClockTime } from './time/clock.ts'
import { parseLead } from './time/span.ts'
import { suggestZones } from './time/zone-names.ts'
import { parseZone, type ZoneId } from './time/zone.ts'

/** What `transform` is given to report a fault: the first line says what is wrong, the second what to do. */
type Report = z.core.$RefinementCtx<string>

/** A field of text that is read into a value; `read` gives undefined for text that is none, and `refuse` says why. */
export function readText<Value>(read: (text: string) => Value | undefined, refuse: (text: string) => string) {
  return z.string().transform((text, context: Report): Value => {
    const value = read(text)
    if (value !== undefined) return value
    context.issues.push({ code: 'custom', message: refuse(text), input: text })
    return z.NEVER
  })
}

/** One line of text that is not blank. */
export const line = readText(
  (text) => (text.trim() === '' || /[\n\r]/.test(text.trim()) ? undefined : text.trim()),
  () => 'This must be one line of text, and not empty.',
)

/** One paragraph of text that is not blank, as one line. */
export const paragraph = readText(
  (text) =>
    text.trim() === '' || /\n\s*\n/.test(text.trim()) ? undefined : text.trim().replace(/\s+/g, ' '),
  () => 'This must be one paragraph of text, and not empty.',
)

/** A time before a meeting or a day, in minutes. */
export const lead = readText(
  parseLead,
  (text) => `\`${text}\` is no time before a meeting.\nWrite \`7 days before\` or \`36 hours before\`.`,
)

/** A day, `2026-12-03`. */
export const day = readText<Day>(
  (text) => parseDay(text),
  (text) =>
    /^\d{4}-\d{2}-\d{2}$/.test(text)
      ? `\`${text}\` is no day of the calendar.\nCheck the month's last day.`
      : `\`${text}\` is no day.\nWrite year, month and day: \`2026-12-03\`.`,
)

/** A wall-clock time on a day. */
export interface DayTime {
  readonly day: Day
  readonly time: ClockTime
}

/** Reads `2026-12-03 15:00`, also with a `T` between. */
export function parseDayTime(text: string): DayTime | undefined {
  const [dayText = '', timeText = '', ...rest] = text.trim().split(/\s+|T(?=\d)/)
  const dayValue = parseDay(dayText)
  const time = parseClockTime(timeText)
  return dayValue && time && rest.length === 0 ? { day: dayValue, time } : undefined
}

/** A day with a time of the clock, `2026-12-03 15:00`. */
export const dayTime = readText(
  parseDayTime,
  (text) => `\`${text}\` is no day with a time, or there is no such day.\nWrite both: \`2026-12-03 15:00\`.`,
)

/** A time of the clock, `15:00`. */
export const clockTime = readText(
  parseClockTime,
  (text) => `\`${text}\` is no time of the day.\nWrite hours and minutes of the 24-hour clock: \`15:00\`.`,
)

/** An IANA time zone that this Node knows. */
export const zone = readText<ZoneId>(parseZone, (text) => {
  const meant = suggestZones(text).map((name) => `\`${name}\``)
  const advice =
    meant.length === 0
      ? 'Write an IANA name such as `Europe/Vienna`.'
      : `Perhaps ${meant.join(', ')} is meant.`
  return `\`${text}\` is no IANA time zone.\n${advice}`
})

/** A name of wg's own: `security-wg`. */
export const kebabName = readText(
  (text) => (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text) ? text : undefined),
  (text) =>
    `\`${text}\` is no name in kebab-case.\nUse small letters, digits and single dashes, a letter first: \`security-wg\`.`,
)

/** A GitHub login: letters, digits and single dashes, 39 at most; an enterprise's managed users may hold one `_`. */
export const login = readText(
  (text) => (/^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}(?:_[a-z\d]+)?$/i.test(text) ? text : undefined),
  (text) =>
    text.startsWith('@')
      ? `\`${text}\` starts with an at sign.\nWrite the login alone: \`${text.slice(1)}\`.`
      : text.includes('@')
        ? `\`${text}\` is an e-mail address where a GitHub login belongs.\nWrite the person's login.`
        : `\`${text}\` is no GitHub login${strangers(text)}.\nA login has only letters of English, digits and single dashes.`,
)

/** Letters of other alphabets can look like ours, so they are named by their numbers. */
function strangers(text: string): string {
  const foreign = foreignCharacters(text).filter((one) => !/^[ -~]/.test(one))
  return foreign.length === 0 ? '' : `: it holds ${foreign.join(', ')}`
}

/** An address of the web. */
export const webAddress = readText(
  (text) => (/^https?:\/\/[^\s<>"`]+$/.test(text) && URL.canParse(text) ? text : undefined),
  (text) => `\`${text}\` is no address of the web.\nWrite it whole, with \`https://\`.`,
)

/** A repository on GitHub, `owner/name`. */
export const repositoryName = readText(
  (text) => (/^[A-Za-z\d](?:[A-Za-z\d-]{0,38})\/[\w.-]{1,100}$/.test(text) ? text : undefined),
  (text) => `\`${text}\` is no repository.\nWrite owner and name: \`example/security-wg\`.`,
)

/** A file of the workspace: a relative path that does not leave it. */
export const filePath = readText(
  (text) => (staysInside(text) ? text : undefined),
  (text) =>
    `\`${text}\` leaves the workspace or is no relative path.\nWrite it from the folder that holds \`wg.yml\`, with \`/\` and without \`..\`.`,
)

function staysInside(path: string): boolean {
  return (
    path !== '' && !/^([/~]|[A-Za-z]:)/.test(path) && !/[\\\0]/.test(path) && !path.split('/').includes('..')
  )
}
