import * as z from 'zod'
import { day, kebabName, line } from '../fields.ts'
import { given } from '../given.ts'
import { mapping } from '../text/shape.ts'
import type { Day } from '../time/day.ts'

/** The states a team can be in, in the order of a usual life. */
export const STATES = [
  'proposed',
  'in-review',
  'chartered',
  're-chartering',
  'dormant',
  'concluded',
  'replaced',
  'dechartered',
] as const

export type State = (typeof STATES)[number]

const writtenStep = mapping({
  date: day,
  state: z.enum(STATES),
  body: kebabName.optional().meta({ description: 'Who decided it.' }),
  link: line
    .optional()
    .meta({ description: 'Where it was decided: an address, or a file of the workspace.' }),
  note: line.optional(),
})

const writtenRole = mapping({
  id: kebabName,
  description: line.optional(),
  min: z.int().nonnegative().optional(),
  max: z.int().positive().optional(),
  term: line.optional().meta({ description: 'How long a term lasts, `1 year`.' }),
})

/** What people write in the front matter of `charters/<team>.md`. */
export const charterShape = mapping({
  name: line.meta({ description: 'The name of the team.' }),
  kind: kebabName
    .default('working-group')
    .meta({ examples: ['working-group', 'response-team', 'policy-team', 'committee'] }),
  'part-of': kebabName.optional().meta({ description: 'The team that this one is a part of.' }),
  'reports-to': kebabName
    .optional()
    .meta({ description: 'The body or team that this one answers to; `undecided` while that is open.' }),
  mission: z.string().optional(),
  roles: z.array(writtenRole).default([]),
  history: z.array(writtenStep).min(1).meta({ description: 'The states of the team, oldest first.' }),
}).meta({ title: 'charters/<team>.md', description: 'The front matter of a charter.' })

/** A step in the life of a team. */
export interface Step {
  readonly date: Day
  readonly state: State
  readonly body?: string
  readonly link?: string
}

/** A team's charter: what it is for, whom it answers to, and what became of it. */
export interface Charter {
  /** The name of the team, which is the name of its file. */
  readonly team: string
  readonly name: string
  readonly kind: string
  readonly partOf?: string
  /** A body or a team; undefined when the charter does not say, `undecided` when it says that it is open. */
  readonly reportsTo?: string
  readonly mission?: string
  readonly roles: readonly { readonly id: string; readonly description?: string }[]
  readonly history: readonly Step[]
}

/** What the front matter of a team's charter means. */
export function makeCharter(team: string, written: z.output<typeof charterShape>): Charter {
  const { name, kind, mission, roles, history, 'part-of': partOf, 'reports-to': reportsTo } = written
  return {
    team,
    name,
    kind,
    roles: roles.map(({ id, description }) => given({ id, description })),
    history: history.map(({ date, state, body, link }) => given({ date, state, body, link })),
    ...given({ partOf, reportsTo, mission }),
  }
}

/** The state of a team on a day; undefined before its first step. */
export function stateOn(charter: Charter, day: Day): State | undefined {
  return charter.history.filter(({ date }) => date <= day).at(-1)?.state
}

/** The path of a team's charter. */
export function charterFile(team: string): string {
  return `charters/${team}.md`
}
