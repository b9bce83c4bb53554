import * as z from 'zod'
import { day, kebabName, line, login, paragraph, readText, repositoryName } from '../fields.ts'
import { parseShare } from '../people/share.ts'
import { parseTermLength } from '../people/term-length.ts'
import { mapping } from '../text/shape.ts'
import { parseDays } from '../time/span.ts'
import { writtenChannel } from './channel.ts'
import { STATES } from './states.ts'

/** What stands where a charter says that something is open. */
export const UNDECIDED = 'undecided'

function orUndecided<Shape extends z.ZodType>(shape: Shape) {
  return z.union([shape, z.literal(UNDECIDED)])
}

const span = readText(
  parseTermLength,
  (text) => `\`${text}\` is no span of time.\nWrite \`1 year\`, \`18 months\`, \`26 weeks\` or \`90 days\`.`,
)

const days = readText(parseDays, (text) => `\`${text}\` is no number of days.\nWrite \`14 days\`.`)

const share = readText(
  parseShare,
  (text) => `\`${text}\` is no share.\nWrite a fraction such as \`1/3\`, or a percentage such as \`33%\`.`,
)

const count = z.int().positive()

const writtenStep = mapping({
  date: day,
  state: z.enum(STATES),
  body: kebabName.optional().meta({ description: 'Who decided it.' }),
  link: line
    .optional()
    .meta({ description: 'Where it was decided: an address, or a file of the workspace.' }),
  note: line.optional(),
  name: line.optional().meta({ description: 'The name of the team from this step on, where it changed.' }),
  'reports-to': kebabName.optional().meta({
    description:
      'Whom the team answers to from this step on, where it changed; `undecided` while that is open.',
  }),
  mission: paragraph
    .optional()
    .meta({ description: 'What the team is for from this step on, where it changed.' }),
})

/** The order in which the keys of a step are written. */
export const STEP_KEYS: readonly string[] = Object.keys(writtenStep.shape)

const writtenRole = mapping({
  id: kebabName,
  description: line.optional(),
  min: z.int().nonnegative().optional(),
  max: count.optional(),
  term: span.optional().meta({ description: 'How long a term lasts, `1 year`.' }),
  voting: z
    .boolean()
    .default(true)
    .meta({ description: 'Whether those in the role count for the size, the employer cap and the quorum.' }),
})

const writtenInactivity = mapping({
  'missed-meetings': count
    .optional()
    .meta({ description: 'So many meetings missed in a row make somebody inactive.' }),
  'missed-votes': count
    .optional()
    .meta({ description: 'So many votes missed in a row make somebody inactive.' }),
  unseen: span.optional().meta({
    description: 'So long without a trace in the repositories makes somebody inactive, `6 months`.',
  }),
  'review-open': days.optional().meta({
    description: 'How long a pull request that retires silent members must stay open, `14 days`.',
  }),
})

const writtenMembership = mapping({
  min: z.int().nonnegative().optional(),
  max: count.optional(),
  'employer-cap': share
    .optional()
    .meta({ description: 'The largest share of the members whom one employer may have, `1/3` or `33%`.' }),
  joining: line.optional().meta({ description: 'How somebody becomes a member.' }),
  leaving: line.optional().meta({ description: 'How somebody ceases to be one.' }),
  inactivity: writtenInactivity.optional(),
})

const writtenDecision = mapping({
  model: z.enum(['consensus', 'lazy-consensus', 'majority', 'supermajority', 'chair']).optional(),
  threshold: share.optional().meta({ description: 'The share of the votes that carries, `2/3`.' }),
  quorum: z
    .union([count, share])
    .optional()
    .meta({ description: 'How many members must be there: a number, or a share such as `1/2`.' }),
  'open-days': count.optional().meta({ description: 'For how many days a proposal stays open.' }),
})

const writtenMeetings = mapping({
  'at-least': count,
  per: z.enum(['week', 'month', 'quarter', 'half-year', 'year']),
})

const writtenLiaison = mapping({
  body: kebabName.meta({ description: 'A body of wg.yml, or a team.' }),
  person: login.optional().meta({ description: 'The member who keeps in touch.' }),
  note: line.optional(),
})

const writtenDeliverable = mapping({
  what: line,
  due: day.optional(),
  done: day.optional().meta({ description: 'The day on which it was delivered.' }),
  link: line.optional(),
})

const lines = z.array(line)

/** What people write in the front matter of `charters/<team>.md`. */
export const charterShape = mapping({
  name: line.meta({ description: 'The name of the team.' }),
  kind: kebabName.optional().meta({
    description: 'Says what its charter must have; `working-group` when left out, and then nothing is asked.',
    examples: ['working-group', 'response-team', 'policy-team', 'committee'],
  }),
  'part-of': kebabName.optional().meta({ description: 'The team that this one is a part of.' }),
  'reports-to': kebabName
    .optional()
    .meta({ description: 'The body or team that this one answers to; `undecided` while that is open.' }),
  mission: paragraph.optional().meta({ description: 'What the team is for, in a sentence or two.' }),
  roles: orUndecided(z.array(writtenRole)).default([]),
  membership: orUndecided(writtenMembership)
    .optional()
    .meta({ description: 'What holds for the members as a whole.' }),
  decision: orUndecided(writtenDecision).optional().meta({ description: 'How the team decides.' }),
  meetings: orUndecided(writtenMeetings)
    .optional()
    .meta({ description: 'How often the team must meet.', examples: [{ 'at-least': 1, per: 'month' }] }),
  channels: orUndecided(z.array(writtenChannel))
    .default([])
    .meta({ description: 'Where the team is reached, and what for.' }),
  liaisons: orUndecided(z.array(writtenLiaison)).default([]),
  stakeholders: orUndecided(z.array(kebabName))
    .default([])
    .meta({ description: 'Teams and bodies that the work of this one concerns.' }),
  repositories: z.array(repositoryName).default([]),
  deliverables: orUndecided(z.array(z.union([line, writtenDeliverable]))).default([]),
  'code-of-conduct': line.optional().meta({ description: 'An address, or a file of the workspace.' }),
  'review-by': orUndecided(day)
    .optional()
    .meta({ description: 'The day by which the charter is to be reviewed.' }),
  end: orUndecided(day).optional().meta({ description: 'The day on which the work is meant to be done.' }),
  'success-criteria': orUndecided(lines).default([]),
  'closing-criteria': orUndecided(lines).default([]),
  amendment: orUndecided(mapping({ rule: line, approver: kebabName.optional() }))
    .optional()
    .meta({ description: 'How this charter is changed, and who approves.' }),
  supersedes: z.array(kebabName).default([]).meta({ description: 'Teams whose work this one took over.' }),
  'replaced-by': kebabName.optional().meta({ description: 'The team that took over.' }),
  history: z.array(writtenStep).min(1).meta({ description: 'The states of the team, oldest first.' }),
}).meta({ title: 'charters/<team>.md', description: 'The front matter of a charter.' })

export type WrittenCharter = z.output<typeof charterShape>
