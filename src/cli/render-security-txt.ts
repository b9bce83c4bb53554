import { charterFile } from '../core/charters/charter.ts'
import { unreadTeams } from '../core/charters/unread-teams.ts'
import { SECURITY_TXT_SIGN, securityTxt } from '../core/pages/security-txt.ts'
import type { WriteFile } from '../core/plan/change.ts'
import type { Problem } from '../core/problem.ts'
import type { Workspace } from '../core/workspace.ts'
import { type App, unusable } from './app.ts'

interface Rendered {
  readonly changes: readonly WriteFile[]
  readonly problems: readonly Problem[]
}

/** The security.txt where wg.yml asks for one. One that wg did not write is left alone, unless it is to be written `anew`. */
export async function renderSecurityTxt(app: App, workspace: Workspace, anew: boolean): Promise<Rendered> {
  const path = workspace.group.securityTxt
  if (path === undefined) return { changes: [], problems: [] }
  const unread = unreadTeams(workspace)
  if (unread.length > 0) return { changes: [], problems: [notWhole(path, unread)] }
  const made = securityTxt(workspace, app.now)
  if ('problems' in made) return { changes: [], problems: made.problems }
  const content = await app.files.read(path)
  if (content.kind === 'unusable') return { changes: [], problems: [unusable(path, content.why)] }
  const after = made.text
  if (content.kind === 'missing') return { changes: [{ kind: 'write-file', path, after }], problems: [] }
  const before = content.text
  if (before === after) return { changes: [], problems: [] }
  if (!before.startsWith(SECURITY_TXT_SIGN) && !anew) return { changes: [], problems: [notOurs(path)] }
  return { changes: [{ kind: 'write-file', path, before, after }], problems: [] }
}

function notWhole(path: string, unread: readonly string[]): Problem {
  return {
    rule: 'security-txt',
    severity: 'error',
    message: `This file speaks of every team, and ${unread.map(charterFile).join(', ')} could not be read, so it is left as it is.`,
    hint: 'Put that right first: `wg charter check`.',
    place: { file: path, line: 1, column: 1 },
  }
}

function notOurs(path: string): Problem {
  return {
    rule: 'security-txt',
    severity: 'error',
    message: 'This file was not written by wg, so it is left alone.',
    hint: 'Put what is new in it into charters/, then run `wg render --anew`, which writes it afresh.',
    place: { file: path, line: 1, column: 1 },
  }
}
