import { given } from '../given.ts'
import type { Share } from '../people/share.ts'
import type { TermLength } from '../people/term-length.ts'
import type { Day } from '../time/day.ts'
import type { Channel } from './channel.ts'
import type { State } from './states.ts'
import { UNDECIDED, type WrittenCharter } from './written-charter.ts'

/** A step in the life of a team. */
export interface Step {
  readonly date: Day
  readonly state: State
  /** Who decided it, and where that can be read. */
  readonly body?: string
  readonly link?: string
  readonly note?: string
  /** What the charter says from this step on, where that changed with it. */
  readonly name?: string
  readonly reportsTo?: string
  readonly mission?: string
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
  readonly joining?: string
  readonly leaving?: string
  /** So many meetings, or votes, missed in a row make somebody inactive. */
  readonly missedMeetings?: number
  readonly missedVotes?: number
  /** So long without a trace in the repositories makes somebody inactive. */
  readonly unseen?: TermLength
  /** For how many days a pull request that retires silent members must stay open. */
  readonly reviewOpen?: number
}

/** How a team decides; its quorum stands beside it. */
export interface DecisionRules {
  readonly model?: string
  /** The share of the votes that carries. */
  readonly threshold?: Share
  /** For how many days a proposal stays open. */
  readonly openDays?: number
}

/** How often a team must meet. */
export interface MeetingRule {
  readonly atLeast: number
  readonly per: 'week' | 'month' | 'quarter' | 'half-year' | 'year'
}

/** Somebody outside with whom a team works. */
export interface Liaison {
  readonly body: string
  /** The login of the member who keeps in touch. */
  readonly person?: string
  readonly note?: string
}

/** Something that a team has promised. */
export interface Deliverable {
  readonly what: string
  readonly due?: Day
  readonly done?: Day
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
  readonly roles: readonly Role[]
  readonly membership: MembershipRules
  readonly decision: DecisionRules
  /** How many members must be there to decide: a number, or a share of them. */
  readonly quorum?: number | Share
  readonly meetings?: MeetingRule
  readonly channels: readonly Channel[]
  readonly liaisons: readonly Liaison[]
  readonly stakeholders: readonly string[]
  readonly repositories: readonly string[]
  readonly deliverables: readonly Deliverable[]
  readonly codeOfConduct?: string
  /** The day by which the charter is to be reviewed. */
  readonly reviewBy?: Day
  /** The day on which the work is meant to be done. */
  readonly end?: Day
  readonly successCriteria: readonly string[]
  readonly closingCriteria: readonly string[]
  readonly amendment?: { readonly rule: string; readonly approver?: string }
  readonly supersedes: readonly string[]
  readonly replacedBy?: string
  readonly history: readonly Step[]
  /** The keys of the front matter that are there and have a value, as people write them. */
  readonly stated: ReadonlySet<string>
  /** The keys whose value is `undecided`. */
  readonly open: readonly string[]
  /** Of a charter as it was on a day: the keys of which nobody has written down what they said then. Empty in the charter as it stands. */
  readonly unrecorded: readonly string[]
}

/** What the front matter of a team's charter means. */
export function makeCharter(team: string, written: WrittenCharter): Charter {
  const decision = decided(written.decision)
  const meetings = decided(written.meetings)
  const amendment = decided(written.amendment)
  return {
    team,
    name: written.name,
    kind: written.kind ?? 'working-group',
    roles: listOf(written.roles),
    membership: membershipOf(written),
    decision: given({
      model: decision?.model,
      threshold: decision?.threshold,
      openDays: decision?.['open-days'],
    }),
    channels: listOf(written.channels),
    liaisons: listOf(written.liaisons),
    stakeholders: decided(written.stakeholders) ?? [],
    repositories: written.repositories,
    deliverables: (decided(written.deliverables) ?? []).map((each) =>
      typeof each === 'string' ? { what: each } : given(each),
    ),
    successCriteria: decided(written['success-criteria']) ?? [],
    closingCriteria: decided(written['closing-criteria']) ?? [],
    supersedes: written.supersedes,
    history: written.history.map(({ 'reports-to': reportsTo, ...step }) => given({ ...step, reportsTo })),
    unrecorded: [],
    ...statedAndOpen(written),
    ...given({
      partOf: written['part-of'],
      reportsTo: written['reports-to'],
      mission: written.mission,
      quorum: decision?.quorum,
      meetings: meetings && { atLeast: meetings['at-least'], per: meetings.per },
      codeOfConduct: written['code-of-conduct'],
      reviewBy: decided(written['review-by']),
      end: decided(written.end),
      amendment: amendment && given(amendment),
      replacedBy: written['replaced-by'],
    }),
  }
}

function membershipOf(written: WrittenCharter): MembershipRules {
  const membership = decided(written.membership)
  const inactivity = membership?.inactivity
  return given({
    min: membership?.min,
    max: membership?.max,
    employerCap: membership?.['employer-cap'],
    joining: membership?.joining,
    leaving: membership?.leaving,
    missedMeetings: inactivity?.['missed-meetings'],
    missedVotes: inactivity?.['missed-votes'],
    unseen: inactivity?.unseen,
    reviewOpen: inactivity?.['review-open'],
  })
}

function decided<Value>(value: Value | typeof UNDECIDED | undefined): Value | undefined {
  return value === UNDECIDED ? undefined : value
}

function listOf<Item extends object>(value: readonly Item[] | typeof UNDECIDED) {
  return (decided(value) ?? []).map((each) => given(each))
}

function statedAndOpen(written: WrittenCharter): Pick<Charter, 'stated' | 'open'> {
  const entries = Object.entries(written)
  const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0)
  return {
    stated: new Set(entries.filter(([, value]) => !isEmpty(value)).map(([key]) => key)),
    open: entries.filter(([, value]) => value === UNDECIDED).map(([key]) => key),
  }
}

/** The path of a team's charter. */
export function charterFile(team: string): string {
  return `charters/${team}.md`
}
