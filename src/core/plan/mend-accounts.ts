import type { AccountStanding } from '../people/account-standing.ts'
import type { YamlChange } from '../text/yaml-change.ts'
import type { Plan, WriteFile } from './change.ts'
import { renameElsewhere, type Renamed } from './rename-member.ts'
import { planRoster, ROSTER_KEYS, type RosterMatter } from './roster-file.ts'

/** Plans what GitHub knows better: new logins, also where series invite them and where they have voted; spellings; and the numbers that the roster lacks. */
export function planAccounts(
  standings: ReadonlyMap<string, AccountStanding>,
  matter: RosterMatter,
): Plan<WriteFile> {
  const changes: YamlChange[] = []
  const renamed: Renamed[] = []
  const notes: string[] = []
  for (const [index, { login, name }] of matter.workspace.members.entries()) {
    const standing = standings.get(login.toLowerCase())
    const path = ['members', index]
    if (!standing) continue
    if ('login' in standing && standing.login !== login) {
      changes.push({ kind: 'set', path, key: 'login', value: standing.login })
      renamed.push({ from: login, to: standing.login })
      notes.push(`${name} is \`${standing.login}\` on GitHub, and was \`${login}\` here.`)
    }
    if (standing.kind === 'unnumbered')
      changes.push({ kind: 'set', path, key: 'id', value: standing.id, order: ROSTER_KEYS })
  }
  const numbered = [...standings.values()].filter(({ kind }) => kind === 'unnumbered').length
  if (numbered > 0)
    notes.push(`${numbered} people get the number of their account, so that a new login is noticed.`)
  const roster = planRoster(matter, changes, notes)
  return { ...roster, changes: [...roster.changes, ...renameElsewhere(renamed, matter)] }
}
