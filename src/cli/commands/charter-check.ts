import { runChecks } from '../../core/checks/check-table.ts'
import { charterFile } from '../../core/charters/charter.ts'
import { existsOn } from '../../core/charters/history.ts'
import { charterOf } from '../../core/plan/charter-file.ts'
import { todayAt } from '../../core/time/today.ts'
import type { Workspace } from '../../core/workspace.ts'
import { loadLoosely, markdownFiles, openApp } from '../app.ts'
import type { CommandModule } from '../command.ts'
import { countProblems, printProblems } from '../print-problems.ts'
import { say } from '../report.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .argument('[team]', 'one team; all of them when left out')
    .addHelpText('after', '\nExamples:\n  wg charter check\n  wg charter check core-response')
  run(async ({ values: [team], options }) => {
    const app = await openApp(world, options)
    const { workspace, problems } = await loadLoosely(app, await markdownFiles(app))
    if (team !== undefined && !workspace.teamNames.has(team)) charterOf(team, workspace)
    const isAsked = (file: string | undefined) =>
      team === undefined ? file?.startsWith('charters/') === true : file === charterFile(team)
    const all = [...problems, ...runChecks({ workspace, now: app.now })].filter(({ place }) =>
      isAsked(place?.file),
    )
    const format = options.json ? 'json' : world.environment.actions ? 'github' : 'text'
    printProblems(all, { terminal: world.terminal, format })
    openThings(workspace, team, app.now).forEach((line) => {
      say(app, line)
    })
    if (format === 'text')
      say(app, all.length === 0 ? 'No problems: every check of charters passed.' : `${countProblems(all)}.`)
    return all.some(({ severity }) => severity === 'error') ? 1 : undefined
  })
}

/** What charters say is undecided; it is no fault, and should not be forgotten. */
function openThings({ charters }: Workspace, team: string | undefined, now: Date): readonly string[] {
  return [...charters.values()]
    .filter((charter) => (team ?? charter.team) === charter.team && existsOn(charter, todayAt(now)))
    .filter(({ open }) => open.length > 0)
    .map(({ team: each, open }) => `${charterFile(each)}  undecided: ${open.join(', ')}`)
}
