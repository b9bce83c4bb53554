import * as z from 'zod'
import {
  clockTime,
  day,
  dayTime,
  filePath,
  kebabName,
  lead,
  line,
  parseDayTime,
  readText,
  repositoryName,
  webAddress,
  zone,
} from '../fields.ts'
import { mapping } from '../text/shape.ts'
import { parseDay } from '../time/day.ts'
import { readCadence } from '../time/read-cadence.ts'
import { parseDays, parseMinutes } from '../time/span.ts'
import { parseException } from './exception.ts'
import { seriesChoresShape } from '../chores/written-chores.ts'

/** How long a meeting lasts, in minutes. */
export const length = readText(
  parseMinutes,
  (text) => `\`${text}\` is no length of a meeting.\nWrite \`1 hour\`, \`90 minutes\` or \`PT1H30M\`.`,
)

/** The rule of a series, in words or as RFC 5545 text. */
export const cadence = z.string().transform((text, context) => {
  const read = readCadence(text)
  if ('cadence' in read) return read.cadence
  context.issues.push({
    code: 'custom',
    message: [read.refused, read.hint ?? ''].join('\n').trim(),
    input: text,
  })
  return z.NEVER
})

const daysAfter = readText(
  (text) => parseDays(text.replace(/\s+(?:after|later)\s*$/i, '')),
  (text) => `\`${text}\` is no number of days after a meeting.\nWrite \`14 days after\`.`,
)

const exception = readText(
  parseException,
  (text) =>
    `\`${text}\` is no change of a meeting.\nWrite \`cancelled, the reason\` or \`moved to 2027-01-08 16:00, the reason\`.`,
)

/** An extra meeting: a day alone takes the hour of the series. */
const extra = readText(
  (text) => {
    const at = parseDayTime(text)
    if (at) return at
    const alone = parseDay(text.trim())
    return alone && { day: alone }
  },
  (text) => `\`${text}\` is no day, or there is no such day.\nWrite \`2026-11-30\` or \`2026-11-30 15:00\`.`,
)

const session = mapping({
  name: line.optional(),
  time: clockTime,
  zone: zone.optional(),
  join: webAddress.optional(),
  watch: webAddress.optional(),
})

const agendaSource = readText(
  (text) => (/^(org:[A-Za-z\d-]{1,39}|repo:[A-Za-z\d-]{1,39}\/[\w.-]{1,100})$/.test(text) ? text : undefined),
  (text) =>
    `\`${text}\` names no source of an agenda.\nWrite \`org:example\` or \`repo:example/security-wg\`.`,
)

const label = readText(
  (text) => (text.trim() === '' || text.length > 50 || /[\n\r,"]/.test(text) ? undefined : text.trim()),
  (text) => `\`${text}\` is no label.\nA label has 1 to 50 characters, without commas and quotes.`,
)

const agenda = mapping({
  label,
  from: z.union([agendaSource, z.array(agendaSource).min(1)]).optional(),
})

const github = mapping({
  repository: repositoryName,
  labels: z.array(label).default(['meeting']),
  agenda: agenda.optional(),
  title: line.default('{host} {name} Meeting {date}').meta({
    description: 'The pattern of the title of an issue: {host}, {group}, {name}, {date}, {session}.',
  }),
  pin: z.boolean().default(false),
})

const source = mapping({
  url: line.meta({
    description: 'The address of an iCalendar feed, or the path of a file of the workspace.',
  }),
  match: line.meta({ description: 'What the summary or description of its events contains.' }),
}).meta({ description: 'Where the dates come from, instead of `starts` and `repeats`.' })

/** What people write in `meetings/<series>.yml`. */
export const seriesShape = mapping({
  title: line,
  team: kebabName,
  starts: dayTime.optional().meta({ description: 'The first meeting: a day and a time of the wall clock.' }),
  calendar: source.optional(),
  zone: zone.meta({ description: 'The IANA zone of that wall clock.' }),
  duration: length.prefault('1 hour'),
  repeats: cadence.optional().meta({
    description: 'In words or as RFC 5545 text; a series without it meets once.',
    examples: ['every 2 weeks', 'every month on the first Thursday', 'FREQ=MONTHLY;BYDAY=1TH'],
  }),
  until: day.optional().meta({ description: 'The last day on which the series may meet.' }),
  changes: z
    .record(day, exception)
    .default({})
    .meta({ description: 'Meetings that are cancelled or moved, by their day.' }),
  extra: z.array(extra).default([]),
  rotation: z.array(session).min(2).optional().meta({ description: 'Sessions that take turns.' }),
  github: github.optional(),
  open: lead.optional().meta({ description: 'When the issue appears, `7 days before`.' }),
  chores: seriesChoresShape.prefault({}),
  invite: z.array(line).default([]).meta({ description: '`team:security-wg`, a login, or `@org/team`.' }),
  join: webAddress.optional().meta({ description: 'Where participants join.' }),
  watch: webAddress.optional().meta({ description: 'Where observers watch.' }),
  location: line.optional(),
  resource: kebabName.optional().meta({ description: 'What the meeting occupies, `zoom-1`.' }),
  standing: z.array(line).default([]).meta({ description: 'What is on every agenda.' }),
  minutes: filePath
    .optional()
    .meta({ description: 'The path of the minutes, with `{date}`.', examples: ['meetings/{date}.md'] }),
  'minutes-due': daysAfter
    .prefault('14 days after')
    .meta({ description: 'How long after a meeting its minutes may take before `wg check` asks for them.' }),
  templates: mapping({ issue: filePath, agenda: filePath, minutes: filePath }).partial().default({}),
})
  .superRefine((written, context) => {
    const fault = datesFault(written)
    if (fault) context.addIssue({ code: 'custom', path: [fault.key], message: fault.message })
  })
  .meta({ title: 'meetings/<series>.yml', description: 'A series: when it meets, where, for whom.' })

/** What says when a series meets; a calendar says all of it. */
const DATES = ['starts', 'repeats', 'rotation', 'extra', 'changes'] as const

/** The dates of a series come from `starts` and `repeats`, or from `calendar`. */
function datesFault(written: Readonly<Partial<Record<(typeof DATES)[number] | 'calendar', unknown>>>) {
  if (written.calendar === undefined) {
    if (written.starts !== undefined) return undefined
    return {
      key: 'starts',
      message:
        '`starts` is missing.\nWrite the first meeting, `2026-12-03 15:00`, or let `calendar` say where the dates are.',
    }
  }
  const key = DATES.find((each) => Object.keys(written[each] ?? {}).length > 0)
  return (
    key && {
      key,
      message: `\`${key}\` and \`calendar\` both say when the series meets.\nKeep one of them; a meeting of a calendar is moved or cancelled there.`,
    }
  )
}

export type WrittenSeries = z.output<typeof seriesShape>
