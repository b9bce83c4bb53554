import { type AccountStanding } from '../people/account-standing.ts'
import { lastsOn, type Member } from '../people/roster.ts'
import { type Problem, sortProblems } from '../problem.ts'
import { todayAt } from '../time/today.ts'
import { readInvitee } from '../meetings/invitees.ts'
import { ROSTER_FILE, seriesFile } from '../workspace.ts'
import type { Check, CheckMatter, Finding } from './check.ts'

/** What a check of accounts is handed: how each login stands, in small letters. */
export interface AccountMatter extends CheckMatter {
  readonly standings: ReadonlyMap<string, AccountStanding>
}

/** A named rule that needs an answer of GitHub's. */
export interface AccountCheck extends Omit<Check, 'find'> {
  readonly find: (matter: AccountMatter) => readonly Finding[]
}

const FIX = '`wg check --online --fix` writes that.'

type Tell<Kind> = (
  member: Member,
  standing: Extract<AccountStanding, { kind: Kind }>,
  matter: AccountMatter,
) => Omit<Finding, 'place'> | undefined

/** Finds the members whose account stands in some way. */
function membersWho<Kind extends AccountStanding['kind']>(
  kind: Kind,
  tell: Tell<Kind>,
): AccountCheck['find'] {
  return (matter) =>
    matter.workspace.members.flatMap((member, index) => {
      const standing = matter.standings.get(member.login.toLowerCase())
      if (standing?.kind !== kind) return []
      const found = tell(member, standing as Extract<AccountStanding, { kind: Kind }>, matter)
      return found
        ? [{ ...found, place: matter.workspace.placeOf(ROSTER_FILE, ['members', index, 'login']) }]
        : []
    })
}

function serves({ terms }: Member, { now }: CheckMatter): boolean {
  return terms.some((term) => lastsOn(term, todayAt(now)))
}

const noAccount = ({ login, id }: Member): Omit<Finding, 'place'> => ({
  message: `Nobody is called \`${login}\` on GitHub${id === undefined ? '' : `, and nobody has the number ${id}`}.`,
  hint:
    id === undefined
      ? 'Put the spelling right; if the person was renamed, `wg member rename` takes the new login.'
      : 'The account was deleted. Let the person retire, or put the login and the number right.',
})

const invitedAccounts: AccountCheck['find'] = ({ workspace, standings }) =>
  workspace.series.flatMap((series) =>
    series.invite.flatMap((entry, index) => {
      const reading = readInvitee(entry)
      if (reading.kind !== 'login' || standings.get(reading.login.toLowerCase())?.kind !== 'gone') return []
      if (workspace.members.some(({ login }) => login.toLowerCase() === reading.login.toLowerCase()))
        return []
      return [
        {
          place: workspace.placeOf(seriesFile(series.id, workspace), ['invite', index]),
          message: `Nobody is called \`${reading.login}\` on GitHub.`,
          hint: 'Put the spelling right, or take the entry out.',
        },
      ]
    }),
  )

/** The checks that ask GitHub, `wg check --online`. */
export const accountChecks: readonly AccountCheck[] = [
  {
    name: 'account-exists',
    severity: 'error',
    sentence: 'Everybody who serves has an account on GitHub.',
    find: membersWho('gone', (member, _, matter) => (serves(member, matter) ? noAccount(member) : undefined)),
  },
  {
    name: 'former-account-exists',
    severity: 'warning',
    sentence: 'Everybody who has served still has an account on GitHub.',
    find: membersWho('gone', (member, _, matter) => (serves(member, matter) ? undefined : noAccount(member))),
  },
  {
    name: 'account-has-its-login',
    severity: 'error',
    sentence: 'Nobody was renamed on GitHub since the login was written down.',
    find: membersWho('renamed', ({ login }, standing) => ({
      message: `\`${login}\` is called \`${standing.login}\` on GitHub by now.`,
      hint: FIX,
    })),
  },
  {
    name: 'login-is-of-the-same-account',
    severity: 'error',
    sentence: 'No login was given up and taken by somebody else.',
    find: membersWho('taken', ({ login, id }, standing) => ({
      message: `\`${login}\` is the account with the number ${standing.id} now, and was number ${id ?? 0}: somebody else may have taken the login.`,
      hint: 'Ask the person, and put login and number right by hand.',
    })),
  },
  {
    name: 'login-is-spelled-as-on-github',
    severity: 'warning',
    sentence: 'Every login is spelled as on GitHub.',
    find: membersWho('spelled', ({ login }, standing) => ({
      message: `GitHub writes \`${login}\` as \`${standing.login}\`.`,
      hint: FIX,
    })),
  },
  {
    name: 'invited-account-exists',
    severity: 'error',
    sentence: 'Every login that a series invites is an account on GitHub.',
    find: invitedAccounts,
  },
]

/** Runs the checks of accounts, and gives all problems, sorted. */
export function runAccountChecks(matter: AccountMatter): readonly Problem[] {
  return sortProblems(
    accountChecks.flatMap(({ name, severity, find }) =>
      find(matter).map((finding) => ({ ...finding, rule: name, severity })),
    ),
  )
}
