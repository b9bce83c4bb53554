import { checkTable, runChecks } from '../../core/checks/check-table.ts'
import { refuse } from '../../core/problem.ts'
import { didYouMean } from '../../core/text/nearest.ts'
import { loadLoosely, markdownFiles, openApp } from '../app.ts'
import type { CommandModule } from '../command.ts'
import { countProblems, type Format, FORMATS, printProblems } from '../print-problems.ts'
import { printTable } from '../print-table.ts'
import type { World } from '../world.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .option('--format <format>', 'text, json or github', world.environment.actions ? 'github' : 'text')
    .option('--list', 'print every check with its sentence')
    .addHelpText('after', '\nExamples:\n  wg check\n  wg check --format json\n  wg check --list')
  run(async ({ options }) => {
    if (options['list'] === true) {
      listChecks(world, options.json === true)
      return undefined
    }
    const format = options.json ? 'json' : readFormat(String(options['format']))
    const app = await openApp(world, options)
    const { workspace, problems } = await loadLoosely(app, await markdownFiles(app))
    const all = [...problems, ...runChecks({ workspace, now: app.now })]
    printProblems(all, { terminal: world.terminal, format })
    if (format === 'text' && !options.quiet) {
      const summary =
        all.length === 0
          ? `No problems: ${countFiles(workspace.texts.size)} read, every check passed.`
          : `${countProblems(all)}.`
      world.terminal.say(`${summary}\n`)
    }
    return all.some(({ severity }) => severity === 'error') ? 1 : undefined
  })
}

function readFormat(text: string): Format {
  const format = FORMATS.find((each) => each === text)
  if (format) return format
  throw refuse(
    'usage',
    `\`--format ${text}\` is no format.`,
    didYouMean(text, FORMATS) ?? `One of: ${FORMATS.join(', ')}.`,
  )
}

function countFiles(count: number): string {
  return count === 1 ? '1 file' : `${count} files`
}

function listChecks({ terminal }: World, json: boolean): void {
  const rows = checkTable.map(({ name, severity, sentence }) => ({ name, severity, sentence }))
  if (json) terminal.print(`${JSON.stringify({ checks: rows }, null, 2)}\n`)
  else
    terminal.print(
      printTable(
        ['Check', 'Level', 'What holds'],
        rows.map(({ name, severity, sentence }) => [name, severity, sentence]),
        terminal,
      ),
    )
}
