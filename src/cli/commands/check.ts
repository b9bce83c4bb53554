import { accountChecks } from '../../core/checks/account-checks.ts'
import { checkTable, runChecks } from '../../core/checks/check-table.ts'
import { sortProblems } from '../../core/problem.ts'
import type { MeetingRecord } from '../../core/record/meeting-record.ts'
import { recentPlaces } from '../../core/record/recent-places.ts'
import { todayAt } from '../../core/time/today.ts'
import type { Workspace } from '../../core/workspace.ts'
import { type App, loadLoosely, markdownFiles, openApp } from '../app.ts'
import { checkOnline } from '../check-online.ts'
import type { CommandModule } from '../command.ts'
import { counted } from '../counted.ts'
import { loadPlaces } from '../load-places.ts'
import { countProblems, FORMATS, printProblems } from '../print-problems.ts'
import { printTable } from '../print-table.ts'
import { readFormat } from '../read-format.ts'
import type { World } from '../world.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .option('--format <format>', 'text, json or github', world.environment.actions ? 'github' : 'text')
    .option('--list', 'print every check with its sentence')
    .option('--online', 'ask GitHub also whether the logins exist, and who was renamed')
    .option('--fix', 'with --online: write the new logins, spellings and missing numbers into the files')
    .option('--dry-run', 'with --fix: print the plan and change nothing')
    .addHelpText(
      'after',
      '\nExamples:\n  wg check\n  wg check --format json\n  wg check --list\n  wg check --online --fix',
    )
  run(async ({ options }) => {
    if (options['list'] === true) {
      listChecks(world, options.json === true)
      return undefined
    }
    const format = options.json ? 'json' : readFormat(String(options['format']), FORMATS)
    const app = await openApp(world, options)
    const { workspace, problems } = await loadLoosely(app, await markdownFiles(app))
    const record = await recentRecord(app, workspace)
    const matter = { workspace, now: app.now, record }
    const online = await checkOnline(matter, { ...app, options: { ...options, json: format !== 'text' } })
    const all = sortProblems([...problems, ...runChecks(matter), ...online])
    printProblems(all, { terminal: world.terminal, format })
    if (format === 'text' && !options.quiet) {
      const summary =
        all.length === 0
          ? `No problems: ${counted(workspace.texts.size, 'file')} read, every check passed.`
          : `${countProblems(all)}.`
      world.terminal.say(`${summary}\n`)
    }
    return all.some(({ severity }) => severity === 'error') ? 1 : undefined
  })
}

/** The meetings whose minutes the checks ask about; the reader of minutes is loaded only when there are any. */
async function recentRecord(app: App, workspace: Workspace): Promise<readonly MeetingRecord[]> {
  if (workspace.series.length === 0) return []
  const places = await loadPlaces(app, workspace)
  const recent = recentPlaces(places, { today: todayAt(app.now), charters: workspace.charters })
  if (recent.length === 0) return []
  const { loadRecord } = await import('../load-record.ts')
  return loadRecord(app, workspace, recent)
}

function listChecks({ terminal }: World, json: boolean): void {
  const rows = [...checkTable, ...accountChecks].map((check) => ({
    name: check.name,
    severity: check.severity,
    sentence: check.sentence,
    online: accountChecks.some(({ name }) => name === check.name),
  }))
  if (json) terminal.print(`${JSON.stringify({ checks: rows }, null, 2)}\n`)
  else
    terminal.print(
      printTable(
        ['Check', 'Level', 'What holds'],
        rows.map(({ name, severity, sentence, online }) => [
          name,
          online ? `${severity}, --online` : severity,
          sentence,
        ]),
        terminal,
      ),
    )
}
