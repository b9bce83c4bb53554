import { type Charter, charterFile } from '../charters/charter.ts'
import { existsOn } from '../charters/history.ts'
import { leadersOf } from '../charters/leaders.ts'
import type { DueMatter } from '../plan/due-issues.ts'
import { linkOnGitHub } from '../render/agenda-lines.ts'
import { markdownText } from '../text/inline-markdown.ts'
import { plainLine } from '../text/plain-line.ts'
import type { Day } from '../time/day.ts'
import { todayAt } from '../time/today.ts'
import { repositoryPath, type Workspace } from '../workspace.ts'
import { mentionOf } from './mention.ts'

/** How the keys of issues begin that tell of charters. */
export function chartersPrefix(workspace: Pick<Workspace, 'folder'>): string {
  return repositoryPath(workspace, 'charter-of-')
}

/** The days of charters of which an issue tells: what it says, and what is to be done then. */
const DAYS: readonly {
  readonly name: string
  readonly of: (charter: Charter) => Day | undefined
  readonly title: (name: string, day: Day) => string
  readonly told: (name: string, day: Day) => string
  readonly next: (team: string) => string
}[] = [
  {
    name: 'review',
    of: ({ reviewBy }) => reviewBy,
    title: (name, day) => `The charter of ${name} is to be reviewed by ${day}`,
    told: (name, day) => `The charter of ${name} says that it is to be reviewed by ${day}.`,
    next: (team) =>
      `When it has been reviewed, \`wg charter amend ${team}\` records what was decided; write the next \`review-by\` into the charter.`,
  },
  {
    name: 'end',
    of: ({ end }) => end,
    title: (name, day) => `The charter of ${name} ends on ${day}`,
    told: (name, day) => `The charter of ${name} says that its work ends on ${day}.`,
    next: (team) =>
      `When the work is done, \`wg charter conclude ${team}\` says so; if it goes on, write a later \`end\` into the charter.`,
  },
]

/** Whether any charter, also of a team that has ended, names such a day. */
export function hasCharterDays({ charters }: Workspace): boolean {
  return [...charters.values()].some((charter) => DAYS.some(({ of }) => of(charter) !== undefined))
}

/** What the charters of teams that are there say is due, one matter for each day. */
export function chartersDue(
  workspace: Workspace,
  { repository, now }: { readonly repository: string; readonly now: Date },
): readonly DueMatter[] {
  const today = todayAt(now)
  const charters = [...workspace.charters.values()].filter((charter) => existsOn(charter, today))
  return charters.flatMap((charter) => {
    const leaders = leadersOf(charter, today, workspace.members)
    const mention = mentionOf(leaders)
    return DAYS.flatMap(({ name, of, title, told, next }): DueMatter[] => {
      const day = of(charter)
      if (day === undefined) return []
      const link = linkOnGitHub(repository, workspace)(charterFile(charter.team)) ?? ''
      return [
        {
          key: `${chartersPrefix(workspace)}${charter.team}/${name}@${day}`,
          day,
          title: plainLine(title(charter.name, day)),
          body: [
            `${told(markdownText(charter.name), day)} [The charter](${link})`,
            '',
            next(charter.team),
            '',
            ...(leaders.length === 0
              ? []
              : [`For ${leaders.map(mention).join(', ')}, who lead the team.`, '']),
            'When the file names another day, `wg run` closes this issue.',
          ].join('\n'),
        },
      ]
    })
  })
}
