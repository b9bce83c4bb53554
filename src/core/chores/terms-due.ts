import { dayTermEnds } from '../charters/day-term-ends.ts'
import { existsOn } from '../charters/history.ts'
import { leadersOf } from '../charters/leaders.ts'
import { groupBy } from '../group-by.ts'
import { lastsOn, type Member, type Term } from '../people/roster.ts'
import type { DueMatter } from '../plan/due-issues.ts'
import { markdownText } from '../text/inline-markdown.ts'
import { plainLine } from '../text/plain-line.ts'
import { type Day } from '../time/day.ts'
import { todayAt } from '../time/today.ts'
import { repositoryPath, type Workspace } from '../workspace.ts'
import { mentionOf } from './mention.ts'

/** How the keys of issues begin that tell of terms. */
export function termsPrefix(workspace: Pick<Workspace, 'folder'>): string {
  return repositoryPath(workspace, 'terms-of-')
}

interface Ending {
  readonly member: Member
  readonly term: Term
  readonly day: Day
}

/** The terms that are due to end, those of a team that end on one day together. */
export function termsDue(workspace: Workspace, now: Date): readonly DueMatter[] {
  const today = todayAt(now)
  const endings = workspace.members.flatMap((member) =>
    member.terms.flatMap((term): Ending[] => {
      const day = term.until === undefined && lastsOn(term, today) ? endOf(term, workspace, today) : undefined
      return day ? [{ member, term, day }] : []
    }),
  )
  const together = groupBy(endings, ({ term, day }) => `${term.team}@${day}`)
  return [...together].flatMap(([teamAndDay, ending]) => {
    const [first] = ending
    return first
      ? [matterOf(`${termsPrefix(workspace)}${teamAndDay}`, first, { ending, workspace, today })]
      : []
  })
}

/** Whether any term, also one that is over, has a day on which it was due to end. */
export function hasTermEnds({ members, charters }: Workspace): boolean {
  return members.some(({ terms }) => terms.some((term) => dayTermEnds(term, charters) !== undefined))
}

function endOf(term: Term, { charters }: Workspace, today: Day): Day | undefined {
  const charter = charters.get(term.team)
  return charter && existsOn(charter, today) ? dayTermEnds(term, charters) : undefined
}

interface Together {
  readonly ending: readonly Ending[]
  readonly workspace: Workspace
  readonly today: Day
}

function matterOf(key: string, { term: { team }, day }: Ending, together: Together): DueMatter {
  const { ending, workspace, today } = together
  const name = workspace.charters.get(team)?.name ?? team
  const people = ending.map(({ member }) => member)
  const leaders = leadersOf({ team }, today, workspace.members).filter((member) => !people.includes(member))
  const mention = mentionOf([...people, ...leaders])
  return {
    key,
    day,
    title: plainLine(
      `${ending.length === 1 ? 'A term' : 'Terms'} on ${name} end${ending.length === 1 ? 's' : ''} on ${day}`,
    ),
    body: [
      `By the roster, on ${day} ${ending.length === 1 ? 'this term ends' : 'these terms end'} on ${markdownText(name)}:`,
      '',
      ...ending.map(
        ({ member, term }) => `- ${markdownText(member.name)} (${mention(member)}), ${term.role}`,
      ),
      '',
      'What comes then is for the team to decide. Write it into `members.yml`:',
      '',
      `- chosen again: the new \`term-ends\` of the term, or a new term: \`wg member join LOGIN --team ${team} --role ROLE\`;`,
      `- the term ends: \`wg member retire LOGIN --team ${team} --until ${day}\`.`,
      '',
      ...(leaders.length === 0
        ? []
        : [`For ${leaders.map((member) => mention(member)).join(', ')}, who lead the team.`, '']),
      'When the file has been changed, `wg run` closes this issue.',
    ].join('\n'),
  }
}
