import { runChecks } from '../checks/check-table.ts'
import { type Charter, charterFile } from '../charters/charter.ts'
import { charterShape } from '../charters/written-charter.ts'
import { type Problem, refuse, Refusal } from '../problem.ts'
import { changeFrontMatter } from '../text/change-front-matter.ts'
import { didYouMean } from '../text/nearest.ts'
import type { YamlChange } from '../text/yaml-change.ts'
import { readWorkspace, type Workspace } from '../workspace.ts'
import type { Plan, WriteFile } from './change.ts'

/** What a change of a charter is planned from. The texts hold every page of the workspace, so that links and lists can be followed. */
export interface CharterMatter {
  readonly workspace: Workspace
  readonly now: Date
}

/** The order in which the keys of a charter are written. */
export const CHARTER_KEYS: readonly string[] = Object.keys(charterShape.shape)

/** The charter of a team. Refuses a name that no charter has. */
export function charterOf(team: string, { charters, teamNames }: Workspace): Charter {
  const charter = charters.get(team)
  if (charter) return charter
  throw refuse(
    'charter',
    `There is no team \`${team}\`: ${charterFile(team)} does not exist.`,
    didYouMean(team, [...teamNames]) ?? `\`wg charter new ${team}\` writes its charter.`,
  )
}

/** Plans changes of the front matter of a team's charter. */
export function planCharterEdit(
  team: string,
  { changes, notes }: { readonly changes: readonly YamlChange[]; readonly notes: readonly string[] },
  matter: CharterMatter,
): Plan<WriteFile> {
  const before = matter.workspace.texts.get(charterFile(team)) ?? ''
  return planCharterText(team, { after: changeFrontMatter(before, changes), notes }, matter)
}

/**
 * Plans a new text of a team's charter, and says what else must be true once it is written: whatever `wg check` finds then and does
 * not find now. Refuses a text in which it would find an error.
 */
export function planCharterText(
  team: string,
  { after, notes }: { readonly after: string; readonly notes: readonly string[] },
  { workspace, now }: CharterMatter,
): Plan<WriteFile> {
  const path = charterFile(team)
  const before = workspace.texts.get(path)
  if (after === before) return { changes: [], notes }
  const news = newProblems(workspace, { path, after }, now)
  const faults = news.filter(({ severity, place }) => severity === 'error' && place?.file === path)
  if (faults.length > 0) throw new Refusal(faults)
  const change: WriteFile = {
    kind: 'write-file',
    path,
    ...(before === undefined ? {} : { before }),
    after,
  }
  return { changes: [change], notes: [...notes, ...news.map(asNote), ...pagesToRender(workspace)] }
}

/** Of problems of shape only those of the file that changes are new; another may have been broken before. */
function newProblems(
  workspace: Workspace,
  { path, after }: Pick<WriteFile, 'path' | 'after'>,
  now: Date,
): readonly Problem[] {
  const keyOf = ({ rule, message, place }: Problem) => [rule, place?.file ?? '', message].join('\u0000')
  const known = new Set(runChecks({ workspace, now }).map(keyOf))
  const read = readWorkspace(new Map(workspace.texts).set(path, after))
  const shape = read.problems.filter(({ place }) => place?.file === path)
  // What comes from outside the files was read before, and stays.
  const changed = { ...read.workspace, series: workspace.series }
  return [...shape, ...runChecks({ workspace: changed, now })].filter((problem) => !known.has(keyOf(problem)))
}

function asNote({ place, message, hint }: Problem): string {
  const where = place === undefined ? '' : `${place.file} ${place.line}: `
  return `  ${where}${message}${hint === undefined ? '' : ` ${hint}`}`
}

function pagesToRender({ texts }: Workspace): readonly string[] {
  const pages = [...texts].filter(
    ([file, text]) => file.endsWith('.md') && /<!--\s*wg:(?:teams|charters|chart|contacts)\b/.test(text),
  )
  if (pages.length === 0) return []
  return [`  ${pages.map(([file]) => file).join(', ')}: run \`wg render\`.`]
}
