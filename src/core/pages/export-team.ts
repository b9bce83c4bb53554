import * as z from 'zod'
import type { Charter, Deliverable, Role } from '../charters/charter.ts'
import { stepAsJson } from '../charters/charter-as-json.ts'
import { charterOn, ratificationOn, stateOn, stateSince } from '../charters/history.ts'
import { type Share, printShare } from '../people/share.ts'
import type { TermLength } from '../people/term-length.ts'
import type { Day } from '../time/day.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const name = z.string().min(1)
const count = z.int().nullable()
const span = z
  .string()
  .regex(/^P\d+[MD]$/)
  .nullable()
  .describe('A span of ISO 8601')
const share = name.nullable().describe('A fraction, `1/3`, or a percentage, `33%`')

const role = z.object({
  id: name,
  description: name.nullable(),
  min: count,
  max: count,
  term: span,
  voting: z.boolean(),
})

const membership = z.object({
  min: count,
  max: count,
  employerCap: share,
  joining: name.nullable(),
  leaving: name.nullable(),
  missedMeetings: count,
  missedVotes: count,
  unseen: span,
  reviewOpen: count.describe('In days'),
})

const step = z.object({
  date: day,
  state: name,
  body: name.nullable(),
  link: name.nullable(),
  note: name.nullable(),
  name: name.nullable().describe('From this step on; null where the step says nothing of it'),
  reportsTo: name.nullable().describe('From this step on; null where the step says nothing of it'),
  mission: name.nullable().describe('From this step on; null where the step says nothing of it'),
})

const deliverable = z.object({
  what: name,
  due: day.nullable(),
  done: day.nullable(),
  link: name.nullable(),
})

/** A team of the export. */
export const teamShape = z.object({
  id: name,
  name,
  kind: name,
  state: name.nullable().describe('The state today; null before the first step of the history'),
  since: day.nullable(),
  ratified: step.nullable().describe('The step that ratified the charter in force'),
  partOf: name.nullable(),
  reportsTo: name.nullable().describe('A team, a body, or `undecided`'),
  mission: name.nullable(),
  roles: z.array(role),
  membership,
  decision: z.object({ model: name.nullable(), threshold: share, openDays: count }),
  quorum: z.union([z.int(), name]).nullable().describe('A number of members, or a share of them'),
  meetings: z.object({ atLeast: z.int(), per: name }).nullable().describe('How often the team must meet'),
  channels: z.array(
    z.object({
      kind: name,
      address: name,
      for: z.array(name),
      note: name.nullable(),
      encryption: name.nullable(),
    }),
  ),
  liaisons: z.array(z.object({ body: name, person: name.nullable(), note: name.nullable() })),
  stakeholders: z.array(name),
  repositories: z.array(name),
  deliverables: z.array(deliverable),
  codeOfConduct: name.nullable(),
  reviewBy: day.nullable(),
  end: day.nullable(),
  successCriteria: z.array(name),
  closingCriteria: z.array(name),
  amendment: z.object({ rule: name, approver: name.nullable() }).nullable(),
  supersedes: z.array(name),
  replacedBy: name.nullable(),
  open: z.array(name).describe('The keys of the charter that are `undecided`'),
  unrecorded: z.array(name).describe('The keys of which nobody has written down what they say today'),
  history: z.array(step),
})

/** What a charter says on a day, in the shape of the export. Steps that are planned for later are in the history, too. */
export function exportTeam(charter: Charter, today: Day): z.input<typeof teamShape> {
  const then = charterOn(charter, today)
  const { team, name, kind, quorum, decision, amendment } = then
  return {
    id: team,
    name,
    kind,
    state: stateOn(charter, today) ?? null,
    since: stateSince(charter, today) ?? null,
    ratified: stepAsJson(ratificationOn(charter, today)),
    partOf: then.partOf ?? null,
    reportsTo: then.reportsTo ?? null,
    mission: then.mission ?? null,
    roles: then.roles.map(roleOf),
    membership: membershipOf(then),
    decision: {
      model: decision.model ?? null,
      threshold: printed(decision.threshold),
      openDays: decision.openDays ?? null,
    },
    quorum: typeof quorum === 'number' ? quorum : printed(quorum),
    meetings: then.meetings ?? null,
    channels: then.channels.map(({ kind, address, for: purposes, note, encryption }) => ({
      kind,
      address,
      for: [...purposes],
      note: note ?? null,
      encryption: encryption ?? null,
    })),
    amendment: amendment ? { rule: amendment.rule, approver: amendment.approver ?? null } : null,
    ...othersAndWork(then),
    open: [...then.open],
    unrecorded: [...then.unrecorded],
    history: charter.history.flatMap((each) => stepAsJson(each) ?? []),
  }
}

function othersAndWork(charter: Charter) {
  return {
    liaisons: charter.liaisons.map(({ body, person, note }) => ({
      body,
      person: person ?? null,
      note: note ?? null,
    })),
    stakeholders: [...charter.stakeholders],
    repositories: [...charter.repositories],
    deliverables: charter.deliverables.map(deliverableOf),
    codeOfConduct: charter.codeOfConduct ?? null,
    reviewBy: charter.reviewBy ?? null,
    end: charter.end ?? null,
    successCriteria: [...charter.successCriteria],
    closingCriteria: [...charter.closingCriteria],
    supersedes: [...charter.supersedes],
    replacedBy: charter.replacedBy ?? null,
  }
}

function membershipOf({ membership: rules }: Charter) {
  return {
    min: rules.min ?? null,
    max: rules.max ?? null,
    employerCap: printed(rules.employerCap),
    joining: rules.joining ?? null,
    leaving: rules.leaving ?? null,
    missedMeetings: rules.missedMeetings ?? null,
    missedVotes: rules.missedVotes ?? null,
    unseen: spanOf(rules.unseen),
    reviewOpen: rules.reviewOpen ?? null,
  }
}

function roleOf({ id, description, min, max, term, voting }: Role) {
  return {
    id,
    description: description ?? null,
    min: min ?? null,
    max: max ?? null,
    term: spanOf(term),
    voting,
  }
}

function deliverableOf({ what, due, done, link }: Deliverable) {
  return { what, due: due ?? null, done: done ?? null, link: link ?? null }
}

function printed(value: Share | undefined): string | null {
  return value === undefined ? null : printShare(value)
}

function spanOf(length: TermLength | undefined): string | null {
  if (length === undefined) return null
  return 'days' in length ? `P${length.days}D` : `P${length.months}M`
}
