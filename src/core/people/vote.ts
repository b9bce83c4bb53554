import * as z from 'zod'
import { day, kebabName, line, login } from '../fields.ts'
import { given } from '../given.ts'
import { mapping } from '../text/shape.ts'
import type { Day } from '../time/day.ts'

/** How somebody voted; `cast` where the ballot is secret and only known to have been cast. */
export const BALLOTS = ['yes', 'no', 'abstain', 'cast'] as const

/** What people write in `votes/<name>.yml`. */
export const voteShape = mapping({
  team: kebabName.meta({ description: 'The team that votes.' }),
  opened: day.optional().meta({ description: 'The first day, when the vote lasted more than one.' }),
  date: day.meta({ description: 'The day on which the vote closed, or will close.' }),
  question: line.meta({ description: 'What is voted on, in one line.' }),
  link: line
    .optional()
    .meta({ description: 'Where it was voted on: an address, or a file of the workspace.' }),
  votes: z.record(login, z.enum(BALLOTS)).meta({
    description:
      'What each voter said, by login: `yes`, `no`, `abstain`, or `cast` where only that is known. Who did not vote is left out.',
  }),
}).meta({ title: 'votes/<name>.yml', description: 'One vote of a team on one question.' })

/** One voter's ballot. */
export interface Ballot {
  /** As written. */
  readonly login: string
  readonly ballot: (typeof BALLOTS)[number]
}

/** One vote of a team on one question. */
export interface Vote {
  readonly file: string
  readonly team: string
  /** The first day on which people could vote; the last one when the file does not say. */
  readonly opened: Day
  /** The day on which it closed, or will close. */
  readonly date: Day
  readonly question: string
  readonly link?: string
  /** In the order of the file. */
  readonly ballots: readonly Ballot[]
}

/** What the file of a vote means. */
export function makeVote(file: string, written: z.output<typeof voteShape>): Vote {
  const { team, opened, date, question, link, votes } = written
  const ballots = Object.entries(votes).map(([voter, ballot]) => ({ login: voter, ballot }))
  return { file, team, opened: opened ?? date, date, question, ballots, ...given({ link }) }
}
