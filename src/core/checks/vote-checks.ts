import { groupBy } from '../group-by.ts'
import type { Charter } from '../charters/charter.ts'
import type { Member } from '../people/roster.ts'
import type { Ballot, Vote } from '../people/vote.ts'
import { isVoter } from '../record/charter-attendance.ts'
import { didYouMean } from '../text/nearest.ts'
import type { ValuePath } from '../text/yaml.ts'
import { todayAt } from '../time/today.ts'
import { isVoteFile, ROSTER_FILE, type Workspace } from '../workspace.ts'
import { adviceOnTeam } from './advice-on-team.ts'
import type { Check, Finding } from './check.ts'

type FoundInVote = Omit<Finding, 'place'> & { readonly path: ValuePath; readonly at?: 'key' }

/** Runs a rule on every vote; what it finds at values that could not be read is left out. */
function eachVote(rule: (vote: Vote, workspace: Workspace) => readonly FoundInVote[]): Check['find'] {
  return ({ workspace }) =>
    workspace.votes.flatMap((vote) =>
      rule(vote, workspace)
        .filter(({ path }) => !workspace.isDamaged(vote.file, path.join('/')))
        .map(({ path, at, ...finding }) => ({ ...finding, place: workspace.placeOf(vote.file, path, at) })),
    )
}

const teamsExist = eachVote(({ team }, workspace) =>
  workspace.teamNames.has(team)
    ? []
    : [{ path: ['team'], message: `There is no team \`${team}\`.`, ...adviceOnTeam(team, workspace) }],
)

const votesCloseAfterTheyOpen = eachVote(({ file, opened, date }, { isDamaged }) =>
  opened <= date || isDamaged(file, 'date')
    ? []
    : [
        {
          path: ['opened'],
          message: `This vote closed on ${date}, before it opened on ${opened}.`,
          hint: 'Put the two days right.',
        },
      ],
)

const votersStandOnce = eachVote(({ ballots }) =>
  [...groupBy(ballots, ({ login }) => login.toLowerCase()).values()].flatMap(([first, ...others]) =>
    others.map(({ login }): FoundInVote => ({
      path: ['votes', login],
      at: 'key',
      message: `\`${login}\` votes here a second time, as \`${first?.login ?? ''}\` above; GitHub does not tell large letters from small ones.`,
      hint: 'Keep one of the two.',
    })),
  ),
)

/** Whether nobody may be taken for missing, since the roster could not be read whole. */
function isRosterUnsure({ unread, isDamaged }: Workspace): boolean {
  return unread.has(ROSTER_FILE) || isDamaged(ROSTER_FILE, 'members')
}

/** A rule about ballots, by the people who cast them. */
function eachBallot(
  rule: (
    ballot: Ballot & { readonly member: Member | undefined },
    vote: Vote,
    workspace: Workspace,
  ) => Omit<Finding, 'place'> | undefined,
): Check['find'] {
  return (matter) => {
    if (matter.workspace.votes.length === 0 || isRosterUnsure(matter.workspace)) return []
    const byLogin = new Map(matter.workspace.members.map((member) => [member.login.toLowerCase(), member]))
    return eachVote((vote, workspace) =>
      vote.ballots.flatMap((ballot): FoundInVote[] => {
        const found = rule({ ...ballot, member: byLogin.get(ballot.login.toLowerCase()) }, vote, workspace)
        return found ? [{ ...found, path: ['votes', ballot.login], at: 'key' }] : []
      }),
    )(matter)
  }
}

const votersAreKnown = eachBallot(({ login, member }, _, { members }) =>
  member
    ? undefined
    : {
        message: `\`${login}\` votes here and is nobody in members.yml.`,
        hint:
          didYouMean(
            login,
            members.map((each) => each.login),
          ) ?? `Add the person: \`wg member add ${login} --name "…"\`. Who has left stays in the file too.`,
      },
)

const votersMayVote = eachBallot(({ member }, { team, opened, date }, { charters }) => {
  const charter = charters.get(team)
  if (!member || !charter || [opened, date].some((day) => isVoter(member, charter, day))) return undefined
  // A term that ended on a day that nobody knows may have lasted then.
  if (member.terms.some((term) => term.team === team && term.until === 'unknown')) return undefined
  const when = opened === date ? `on ${date}` : `when it opened on ${opened} or closed on ${date}`
  return {
    message: `${member.name} votes here, and did not serve on \`${team}\` in a voting role ${when}.`,
    hint: 'Take the vote out, or put the day or the term right.',
  }
})

const membersVote: Check['find'] = ({ workspace, now }) => {
  const { votes, members, charters, unread, isDamaged } = workspace
  // A vote that could not be read whole may be one in which they took part.
  const isUnsure =
    [...unread].some(isVoteFile) ||
    votes.some(({ file }) => ['team', 'opened', 'date', 'votes'].some((key) => isDamaged(file, key)))
  if (votes.length === 0 || isUnsure || isRosterUnsure(workspace)) return []
  const today = todayAt(now)
  const closed = votes.filter(({ date }) => date < today).toSorted(byDay)
  return [...groupBy(closed, ({ team }) => team)].flatMap(([team, held]) => {
    const charter = charters.get(team)
    const limit = charter?.membership.missedVotes
    if (!charter || limit === undefined || held.length < limit) return []
    const last = held.slice(-limit)
    return members
      .filter((member) => isVoter(member, charter, today) && hasMissedAll(member, last, charter))
      .map((member) => ({
        message: `${member.name} has taken part in none of the last ${limit} votes of \`${team}\`, and its charter calls that inactive.`,
        hint: `Ask them; when they do not come back: \`wg member retire ${member.login} --team ${team} --reason inactive\`.`,
        place: workspace.placeOf(ROSTER_FILE, ['members', members.indexOf(member), 'login']),
      }))
  })
}

function byDay(a: Vote, b: Vote): number {
  const [one, other] = [`${a.date} ${a.file}`, `${b.date} ${b.file}`]
  return one < other ? -1 : one > other ? 1 : 0
}

/** Whether somebody could vote from the first to the last day of each vote, and did in none. */
function hasMissedAll(member: Member, votes: readonly Vote[], charter: Charter): boolean {
  const login = member.login.toLowerCase()
  return votes.every(
    ({ opened, date, ballots }) =>
      isVoter(member, charter, opened) &&
      isVoter(member, charter, date) &&
      !ballots.some((ballot) => ballot.login.toLowerCase() === login),
  )
}

/** The checks of votes. */
export const voteChecks: readonly Check[] = [
  {
    name: 'vote-has-team',
    severity: 'error',
    sentence: 'Every vote is one of a team that has a charter.',
    find: teamsExist,
  },
  {
    name: 'vote-closes-after-it-opens',
    severity: 'error',
    sentence: 'No vote closes before it opens.',
    find: votesCloseAfterTheyOpen,
  },
  {
    name: 'voter-stands-once',
    severity: 'error',
    sentence: 'Nobody votes twice on one question, in whatever spelling of the login.',
    find: votersStandOnce,
  },
  {
    name: 'voter-is-known',
    severity: 'error',
    sentence: 'Everybody who votes stands in members.yml.',
    find: votersAreKnown,
  },
  {
    name: 'voter-may-vote',
    severity: 'warning',
    sentence: 'Everybody who votes serves on the team in a voting role then.',
    find: votersMayVote,
  },
  {
    name: 'members-vote',
    severity: 'warning',
    sentence: 'Nobody has missed as many votes in a row as the charter calls inactive.',
    find: membersVote,
  },
]
