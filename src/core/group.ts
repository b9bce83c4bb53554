import * as z from 'zod'
import { day, filePath, kebabName, line, readText, repositoryName, webAddress, zone } from './fields.ts'
import { CSS_COLORS } from './calendar/css-colors.ts'
import {
  type GroupChores,
  groupChores,
  groupChoresShape,
  type StatedChores,
  statedChores,
} from './chores/written-chores.ts'
import { type Kind, makeKinds, writtenKinds } from './charters/kinds.ts'
import { given } from './given.ts'
import type { EmployerNames } from './people/employer-name.ts'
import type { MinutesWords } from './minutes/minutes-words.ts'
import { makeWords, minutesShape } from './minutes/written-words.ts'
import { didYouMean } from './text/nearest.ts'
import { mapping } from './text/shape.ts'
import { parseMinutes } from './time/span.ts'
import type { Day } from './time/day.ts'
import type { ZoneId } from './time/zone.ts'

const writtenBody = mapping({
  name: line,
  state: z.enum(['active', 'merged', 'dissolved']).default('active'),
  into: kebabName.optional().meta({ description: 'The body that took over, when this one was merged.' }),
  since: day.optional().meta({ description: 'Since when it has been in that state.' }),
})

const months = readText(
  (text) => {
    const count = /^(\d{1,3})\s+months?$/.exec(text.trim())?.[1]
    return count === undefined ? undefined : Number(count)
  },
  (text) => `\`${text}\` is no number of months.\nWrite \`12 months\`.`,
)

const refresh = readText(parseMinutes, (text) => `\`${text}\` is no length of time.\nWrite \`6 hours\`.`)

const cssColor = readText(
  (text) => (CSS_COLORS.has(text) ? text : undefined),
  (text) =>
    `\`${text}\` is no name of a colour.\n${didYouMean(text, [...CSS_COLORS.keys()]) ?? 'Write a name of CSS, such as `teal`.'}`,
)

const calendarName = readText(
  (text) => (/^[\p{Ll}\p{Lo}\p{N}]+(-[\p{Ll}\p{Lo}\p{N}]+)*$/u.test(text) ? text : undefined),
  (text) =>
    `\`${text}\` is no name of a calendar.\nUse small letters, digits and single dashes: \`security-wg\`.`,
)

const writtenCalendar = mapping({
  id: calendarName.optional().meta({
    description: 'Stands in the identity of every event; once feeds are published it must not change.',
  }),
  past: months.prefault('12 months'),
  future: months.prefault('12 months'),
  refresh: refresh.prefault('6 hours'),
  color: cssColor.optional(),
})

const groupFolders = readText(
  (text) => (/^(?!\.)[\w.-]+(?:\/(?!\.)[\w.-]+)*(?:\/\*)?$/.test(text) ? text : undefined),
  (text) =>
    `\`${text}\` names no folders of this workspace.\nWrite \`groups/*\` for every folder in \`groups\`, or the path of one.`,
)

/** What a person writes in `wg.yml`. */
export const groupShape = mapping({
  name: line.meta({ description: 'The name of the group.', examples: ['Security Working Group'] }),
  host: line.optional().meta({ description: 'The project the group belongs to; `{host}` in titles.' }),
  site: webAddress.optional().meta({ description: 'Where the pages and feeds of the group are published.' }),
  repository: repositoryName
    .optional()
    .meta({ description: 'The repository of this workspace, `owner/name`.' }),
  zones: z
    .array(zone)
    .default([])
    .meta({ description: 'Time zones to show in every time table, IANA names.' }),
  groups: z
    .union([groupFolders, z.array(groupFolders)])
    .optional()
    .meta({
      description: 'Folders that are workspaces of their own, for which `wg run` does its work too.',
      examples: ['groups/*'],
    }),
  chores: groupChoresShape.prefault({}),
  calendar: writtenCalendar.prefault({}),
  minutes: minutesShape.prefault({}),
  resources: z.record(kebabName, z.int().positive()).default({}).meta({
    description: 'How many meetings each resource can hold at once, `zoom-1: 2`; one where nothing is said.',
  }),
  overlaps: z
    .array(z.tuple([line, line]))
    .default([])
    .meta({ description: 'Pairs of keys of meetings that may overlap.' }),
  employers: z.record(line, z.array(line).min(1)).default({}).meta({
    description: 'Other names of an employer, by the name under which it is known: `Example Corp: [ExCo]`.',
  }),
  bodies: z
    .record(kebabName, z.union([line, writtenBody]))
    .default({})
    .meta({ description: 'Bodies outside this workspace to which teams report.' }),
  kinds: writtenKinds,
  'security-txt': filePath.optional().meta({
    description: 'Where `wg render` writes the security.txt of RFC 9116.',
    examples: ['.well-known/security.txt'],
  }),
}).meta({ title: 'wg.yml', description: 'The group: its name, zones to show, outside bodies.' })

/** A body outside the workspace, to which teams may report. */
export interface Body {
  readonly id: string
  readonly name: string
  readonly state: 'active' | 'merged' | 'dissolved'
  /** The body that took over. */
  readonly into?: string
  /** Since when it has been in that state; undefined when nobody says, which means always. */
  readonly since?: Day
}

/** The group whose workspace this is. */
export interface Group {
  readonly name: string
  readonly host: string
  readonly site?: string
  readonly repository?: string
  readonly zones: readonly ZoneId[]
  readonly bodies: ReadonlyMap<string, Body>
  /** What charters must have, by the kind of the team. */
  readonly kinds: ReadonlyMap<string, Kind>
  /** Where the security.txt is written. */
  readonly securityTxt?: string
  /** Folders that are workspaces of their own, `groups/*` for every one in `groups`. */
  readonly groups: readonly string[]
  /** What it says of the chores of its series, and the group's own. */
  readonly chores: StatedChores & GroupChores
  readonly calendar: CalendarSettings
  /** The words by which this group's minutes are read, beside the English ones. */
  readonly minutes: MinutesWords
  /** Other names of employers, by the name under which each is known. */
  readonly employers: EmployerNames
  /** How many meetings each named resource can hold at once. */
  readonly resources: ReadonlyMap<string, number>
  /** Pairs of keys of meetings that may overlap. */
  readonly overlaps: readonly (readonly [string, string])[]
}

/** How the feeds are made. */
export interface CalendarSettings {
  readonly id?: string
  /** Whole months before and after the current one. */
  readonly past: number
  readonly future: number
  /** How often clients should look for news, in minutes. */
  readonly refresh: number
  readonly color?: string
}

/** What `wg.yml` means. */
export function makeGroup(written: z.output<typeof groupShape>): Group {
  const { name, host = '', site, repository, zones } = written
  const bodies = Object.entries(written.bodies).map(([id, body]): [string, Body] => [
    id,
    typeof body === 'string' ? { id, name: body, state: 'active' } : given({ ...body, id }),
  ])
  const { calendar, resources, overlaps } = written
  return {
    name,
    host,
    zones,
    bodies: new Map(bodies),
    kinds: makeKinds(written.kinds),
    groups: [written.groups ?? []].flat(),
    chores: { ...statedChores(written.chores), ...groupChores(written.chores) },
    calendar: given(calendar),
    minutes: makeWords(written.minutes),
    resources: new Map(Object.entries(resources)),
    overlaps,
    employers: new Map(Object.entries(written.employers)),
    ...given({ site, repository, securityTxt: written['security-txt'] }),
  }
}
