import * as z from 'zod'
import { day, kebabName, line, readText } from '../fields.ts'
import { given } from '../given.ts'
import { mapping } from '../text/shape.ts'
import type { Day } from '../time/day.ts'
import { parseShare, type Share } from './share.ts'
import { parseTermLength, type TermLength } from './term-length.ts'

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

const termLength = readText(
  parseTermLength,
  (text) =>
    `\`${text}\` is no length of a term.\nWrite \`1 year\`, \`18 months\`, \`26 weeks\` or \`90 days\`.`,
)

const share = readText(
  parseShare,
  (text) => `\`${text}\` is no share.\nWrite a fraction such as \`1/3\`, or a percentage such as \`33%\`.`,
)

const writtenRole = mapping({
  id: kebabName,
  description: line.optional(),
  min: z.int().nonnegative().optional(),
  max: z.int().positive().optional(),
  term: termLength.optional().meta({ description: 'How long a term lasts, `1 year`.' }),
  voting: z
    .boolean()
    .default(true)
    .meta({ description: 'Whether those in the role count for the size, the employer cap and the quorum.' }),
})

const writtenInactivity = mapping({
  'missed-meetings': z
    .int()
    .positive()
    .optional()
    .meta({ description: 'So many meetings missed in a row make somebody inactive.' }),
  'missed-votes': z
    .int()
    .positive()
    .optional()
    .meta({ description: 'So many votes missed in a row make somebody inactive.' }),
})

const writtenMembership = mapping({
  min: z.int().nonnegative().optional(),
  max: z.int().positive().optional(),
  'employer-cap': share
    .optional()
    .meta({ description: 'The largest share of the members whom one employer may have, `1/3` or `33%`.' }),
  inactivity: writtenInactivity.optional(),
})

const writtenDecision = mapping({
  quorum: z
    .union([z.int().positive(), share])
    .optional()
    .meta({ description: 'How many members must be there: a number, or a share such as `1/2`.' }),
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
  membership: writtenMembership.optional().meta({ description: 'What holds for the members as a whole.' }),
  decision: writtenDecision.optional().meta({ description: 'How the team decides.' }),
  history: z.array(writtenStep).min(1).meta({ description: 'The states of the team, oldest first.' }),
}).meta({ title: 'charters/<team>.md', description: 'The front matter of a charter.' })

/** A step in the life of a team. */
export interface Step {
  readonly date: Day
  readonly state: State
  readonly body?: string
  readonly link?: string
}

/** A role that a charter defines. */
export interface Role {
  readonly id: string
  readonly description?: string
  /** How many serve in it, at least and at most. */
  readonly min?: number
  readonly max?: number
  readonly term?: TermLength
  /** Whether those in the role count for the size of the team, the employer cap and the quorum. */
  readonly voting: boolean
}

/** What holds for the members of a team as a whole. */
export interface MembershipRules {
  readonly min?: number
  readonly max?: number
  /** The largest share of the members whom one employer may have. */
  readonly employerCap?: Share
  /** So many meetings, or votes, missed in a row make somebody inactive. */
  readonly missedMeetings?: number
  readonly missedVotes?: number
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
  readonly roles: readonly Role[]
  readonly membership: MembershipRules
  /** How many members must be there to decide: a number, or a share of them. */
  readonly quorum?: number | Share
  readonly history: readonly Step[]
}

/** What the front matter of a team's charter means. */
export function makeCharter(team: string, written: z.output<typeof charterShape>): Charter {
  const { name, kind, mission, roles, history, membership, decision } = written
  return {
    team,
    name,
    kind,
    roles: roles.map(given),
    membership: given({
      min: membership?.min,
      max: membership?.max,
      employerCap: membership?.['employer-cap'],
      missedMeetings: membership?.inactivity?.['missed-meetings'],
      missedVotes: membership?.inactivity?.['missed-votes'],
    }),
    history: history.map(({ date, state, body, link }) => given({ date, state, body, link })),
    ...given({
      partOf: written['part-of'],
      reportsTo: written['reports-to'],
      mission,
      quorum: decision?.quorum,
    }),
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

/** The states in which a team has ended. A team that was dechartered may go on working, so it is not among them. */
const ENDED: readonly State[] = ['concluded', 'replaced']

/** The day on which a team ended, when it has ended by a day. */
export function endedBy({ history }: Charter, day: Day): Day | undefined {
  const last = history.filter(({ date }) => date <= day).at(-1)
  return last && ENDED.includes(last.state) ? last.date : undefined
}
