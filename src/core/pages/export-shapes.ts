import * as z from 'zod'
import { teamShape } from './export-team.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/)
const name = z.string().min(1)

const person = z.object({
  login: name,
  name,
  id: z.int().positive().nullable().describe("GitHub's number of the account"),
  timeZone: name.nullable(),
  pronouns: name.nullable(),
  employers: z.array(z.object({ name, since: day.nullable(), until: day.nullable() })),
})

const term = z.object({
  login: name,
  team: name,
  role: name,
  since: day.nullable().describe('The first day; null when nobody knows it'),
  until: z
    .union([day, z.literal('unknown')])
    .nullable()
    .describe('The last day; null while the term lasts'),
  termEnds: day.nullable(),
  reason: name.nullable(),
  serves: z.boolean().describe('Whether the term lasts today'),
})

const meeting = z.object({
  key: name,
  series: name,
  team: name,
  title: name,
  date: day,
  startsAt: instant,
  endsAt: instant,
  zone: name,
  status: z.enum(['planned', 'moved', 'cancelled']),
  was: instant.nullable(),
  join: name.nullable(),
  watch: name.nullable(),
  reason: name.nullable(),
  session: name.nullable(),
})

const action = z.object({
  text: name.describe('As it was said last'),
  owners: z.array(name).describe('Logins where they are known, otherwise names as written'),
  state: z.enum(['open', 'done']).describe('What the last minutes say that name it'),
  series: name,
  team: name,
  key: name.describe('The meeting that gave it to do'),
  date: day,
  file: name.describe('The minutes, from the root of the workspace'),
  line: z.int().positive(),
  carried: z
    .array(z.object({ key: name, date: day, file: name, line: z.int().positive() }))
    .describe('Later meetings that said it again, the oldest first'),
})

const file = <Shape extends z.ZodType>(key: string, shape: Shape) =>
  z.object({ version: z.literal(1), group: name, [key]: z.array(shape) })

/** The files of the export, version 1. A key may be added to them; none is taken away or changes its meaning. */
export const EXPORT_SHAPES = {
  people: file('people', person),
  teams: file('teams', teamShape),
  terms: file('terms', term),
  meetings: file('meetings', meeting),
  actions: file('actions', action),
} as const

export type ExportName = keyof typeof EXPORT_SHAPES
