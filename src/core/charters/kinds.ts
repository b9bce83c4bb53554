import * as z from 'zod'
import { kebabName, line } from '../fields.ts'
import { mapping } from '../text/shape.ts'
import { PURPOSES, type Purpose } from './channel.ts'
import type { Charter } from './charter.ts'
import { type Heading, IN_SCOPE, OUT_OF_SCOPE } from './section-names.ts'
import { charterShape } from './written-charter.ts'

/** What a kind of team must have in its charter. */
export interface Kind {
  readonly id: string
  readonly description: string
  readonly headings: readonly Heading[]
  /** Keys of the front matter; one whose value is `undecided` is there, and listed as open. */
  readonly fields: readonly CharterKey[]
  /** For each of these there must be a channel. */
  readonly channels: readonly Purpose[]
  /** How many people must lead it, where its charter does not say. */
  readonly chairs: number
  /** What `wg charter new` asks for, in this order. */
  readonly asks: readonly Ask[]
}

const KEYS = Object.keys(charterShape.shape) as [CharterKey, ...CharterKey[]]

export type CharterKey = keyof typeof charterShape.shape

/** What `wg charter new` can ask for: keys of the front matter, and the address for reports. */
export const ASKS = ['mission', 'part-of', 'reports-to', 'reports', 'review-by', 'end'] as const

export type Ask = (typeof ASKS)[number]

const MISSION: Heading = ['Mission', 'Purpose', 'Mission and scope']
const SCOPE_IN: Heading = [...IN_SCOPE, 'Scope']
const SCOPE_OUT: Heading = OUT_OF_SCOPE
const RESPONSIBILITIES: Heading = ['Responsibilities', 'Delegated responsibilities']
const DECISIONS: Heading = ['Decisions', 'Decision making', 'Decision policy', 'Voting', 'Governance']

const GROUP: Omit<Kind, 'id' | 'description'> = {
  headings: [MISSION, SCOPE_IN, SCOPE_OUT, RESPONSIBILITIES],
  fields: ['mission', 'reports-to'],
  channels: [],
  chairs: 1,
  asks: ['mission', 'part-of', 'reports-to', 'review-by'],
}

/** The kinds of teams that wg knows; `kinds` of wg.yml changes them and adds to them. */
export const KINDS: readonly Kind[] = [
  { ...GROUP, id: 'working-group', description: 'does a piece of work in the open' },
  {
    ...GROUP,
    id: 'response-team',
    description: 'answers reports',
    fields: ['mission', 'reports-to', 'channels'],
    channels: ['reports'],
    asks: ['mission', 'part-of', 'reports-to', 'reports', 'review-by'],
  },
  {
    ...GROUP,
    id: 'policy-team',
    description: 'writes down what a project promises',
    headings: [...GROUP.headings, DECISIONS],
  },
  {
    ...GROUP,
    id: 'committee',
    description: 'decides for others',
    headings: [...GROUP.headings, DECISIONS],
    fields: ['mission', 'reports-to', 'membership', 'decision'],
  },
  {
    ...GROUP,
    id: 'initiative',
    description: 'has one goal, and ends when it is reached',
    headings: [MISSION, SCOPE_IN, SCOPE_OUT],
    fields: ['mission', 'reports-to', 'deliverables', 'end', 'closing-criteria'],
    asks: ['mission', 'part-of', 'reports-to', 'end'],
  },
  {
    ...GROUP,
    id: 'team',
    description: 'looks after a part of a project',
    headings: [MISSION],
    fields: ['mission'],
    chairs: 0,
    asks: ['mission', 'part-of', 'reports-to'],
  },
  {
    ...GROUP,
    id: 'collaboration-space',
    description: 'brings people of several projects together, and decides nothing for them',
    headings: [MISSION, SCOPE_IN],
    fields: ['mission'],
    chairs: 0,
    asks: ['mission', 'reports-to'],
  },
]

const heading = z
  .union([line, z.array(line).min(1)])
  .transform((given) => (typeof given === 'string' ? [given] : given) as unknown as Heading)

const writtenKind = mapping({
  like: kebabName.optional().meta({ description: 'The kind whose rules hold where nothing else is said.' }),
  description: line.optional(),
  headings: z.array(heading).optional().meta({
    description: 'The headings that a charter must have; a list where several mean the same.',
  }),
  fields: z
    .array(z.enum(KEYS))
    .optional()
    .meta({ description: 'The keys that its front matter must have; `undecided` will do.' }),
  channels: z.array(z.enum(PURPOSES)).optional().meta({ description: 'What it must have a channel for.' }),
  chairs: z.int().nonnegative().optional().meta({ description: 'How many must lead it.' }),
  asks: z.array(z.enum(ASKS)).optional().meta({ description: 'What `wg charter new` asks for.' }),
})

/** What people write under `kinds` in wg.yml. */
export const writtenKinds = z.record(kebabName, writtenKind).default({}).meta({
  description: 'What the charters of each kind of team must have; changes the kinds of wg, and adds others.',
})

/** The kind of a team, when its charter states one that is known; a charter that states none is asked for nothing. */
export function kindOf(
  { kind, stated }: Pick<Charter, 'kind' | 'stated'>,
  kinds: ReadonlyMap<string, Kind>,
): Kind | undefined {
  return stated.has('kind') ? kinds.get(kind) : undefined
}

/** The kinds by name: those of wg, changed and added to. A kind that is like an unknown one is like a team. */
export function makeKinds(written: z.output<typeof writtenKinds>): ReadonlyMap<string, Kind> {
  const kinds = new Map(KINDS.map((kind) => [kind.id, kind]))
  for (const [id, { like, ...rules }] of Object.entries(written)) {
    const base = kinds.get(like ?? id) ?? kinds.get('team')
    const own = Object.fromEntries(Object.entries(rules).filter(([, rule]) => rule !== undefined))
    if (base) kinds.set(id, { ...base, ...own, id })
  }
  return kinds
}
