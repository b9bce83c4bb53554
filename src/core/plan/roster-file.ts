import { peopleChecks } from '../checks/people-checks.ts'
import { termChecks } from '../checks/term-checks.ts'
import { findMember, type Member } from '../people/roster.ts'
import { type Problem, refuse, Refusal } from '../problem.ts'
import { changeYaml } from '../text/change-yaml.ts'
import { didYouMean } from '../text/nearest.ts'
import type { YamlChange } from '../text/yaml-change.ts'
import { readWorkspace, ROSTER_FILE, type Workspace } from '../workspace.ts'
import type { Plan, WriteFile } from './change.ts'

/** What a change of the roster is planned from. */
export interface RosterMatter {
  readonly workspace: Workspace
  readonly now: Date
}

/** The order in which the keys of a member and of a term are written. */
export const ROSTER_KEYS = [
  ...['login', 'name', 'id', 'time-zone', 'employer', 'pronouns', 'contact', 'serves'],
  ...['team', 'role', 'since', 'until', 'term-ends', 'reason'],
] as const

/** The text of `members.yml` after some changes, and the plan that writes it. Refuses what would not pass the checks of people. */
export function planRoster(
  { workspace, now }: RosterMatter,
  changes: readonly YamlChange[],
  notes: readonly string[],
): Plan<WriteFile> {
  const before = workspace.texts.get(ROSTER_FILE)
  const after = changes.reduce(changeYaml, before ?? 'members: []\n')
  if (after === before) return { changes: [], notes }
  refuseNewFaults(workspace, new Map(workspace.texts).set(ROSTER_FILE, after), now)
  return {
    changes: [{ kind: 'write-file', path: ROSTER_FILE, ...(before === undefined ? {} : { before }), after }],
    notes,
  }
}

/** Faults that stand in the file already are no reason to refuse a change. */
function refuseNewFaults(workspace: Workspace, texts: ReadonlyMap<string, string>, now: Date): void {
  const known = new Set(faultsOf(workspace, now).map(({ rule, message }) => `${rule} ${message}`))
  const read = readWorkspace(texts)
  const found = [...read.problems, ...faultsOf(read.workspace, now)]
  const added = found.filter(
    ({ rule, message, severity }) => severity === 'error' && !known.has(`${rule} ${message}`),
  )
  if (added.length > 0) throw new Refusal(added)
}

function faultsOf(workspace: Workspace, now: Date): Problem[] {
  return [...peopleChecks, ...termChecks].flatMap(({ name, severity, find }) =>
    severity === 'error'
      ? find({ workspace, now }).map((finding) => ({ ...finding, rule: name, severity }))
      : [],
  )
}

/** The member with a login, and where it stands in the list. Refuses a login that nobody has. */
export function memberAt(
  { members }: Workspace,
  login: string,
): { readonly member: Member; readonly index: number } {
  const member = findMember(members, login)
  if (member) return { member, index: members.indexOf(member) }
  throw refuse(
    'member',
    `\`${login}\` is nobody in members.yml.`,
    didYouMean(
      login,
      members.map((each) => each.login),
    ) ?? `Add the person: \`wg member add ${login} --name "…"\`.`,
  )
}
