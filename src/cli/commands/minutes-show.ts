import { repositoryName } from '../../core/fields.ts'
import { type Problem, refuse } from '../../core/problem.ts'
import { readOption } from '../../core/read-option.ts'
import { openApp } from '../app.ts'
import type { CommandModule } from '../command.ts'
import { describeMinutes } from '../describe-minutes.ts'
import { minutesAsJson } from '../minutes-as-json.ts'
import { findMinutesFiles } from '../minutes-paths.ts'
import { loadMinutesGroup } from '../minutes-workspace.ts'
import { printProblems } from '../print-problems.ts'
import { type NamedMinutes, readNamedMinutes } from '../read-named-minutes.ts'
import type { World } from '../world.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .argument('<path...>', 'files of minutes, or folders of them; in a workspace or not')
    .option(
      '--repository <owner/name>',
      "whose issues a bare `#7` means (the series', or that of the checkout)",
    )
    .addHelpText(
      'after',
      '\nExamples:\n  wg minutes show meetings/2026-12-03.md\n  wg minutes show meetings --json | jq .actions',
    )
  run(async ({ values: paths, options }) => {
    const app = await openApp(world, options)
    const repository = readOption('--repository', options['repository'], repositoryName)
    const typed = paths.flatMap((path) => (path === undefined ? [] : [path]))
    const { found, hasFolder } = await findMinutesFiles(typed, app)
    if (found.length === 0) throw noMinutes(typed)
    const minutes = await readNamedMinutes(found, { app, group: await loadMinutesGroup(app), repository })
    if (options.json) printJson(minutes, world, found.length > 1 || hasFolder)
    else minutes.forEach((one, index) => printText(one, world, index > 0))
    return minutes.some(({ record }) => !record) ? 1 : undefined
  })
}

function noMinutes(paths: readonly string[]): Error {
  return refuse(
    'minutes',
    `There is no Markdown file in \`${paths.join('`, `')}\`.`,
    'Name the folder in which the minutes lie.',
  )
}

/** One document, or a stream of them with one on each line. */
function printJson(minutes: readonly NamedMinutes[], { terminal }: World, isStream: boolean): void {
  for (const { path, record, problem } of minutes)
    terminal.print(
      `${JSON.stringify(minutesAsJson(path, record, problem), null, isStream ? undefined : 2)}\n`,
    )
}

function printText({ path, record, problem }: NamedMinutes, { terminal }: World, isNext: boolean): void {
  const problems: readonly Problem[] = record?.problems ?? (problem ? [problem] : [])
  if (record) terminal.print(`${isNext ? '\n' : ''}${describeMinutes(path, record, terminal)}`)
  printProblems(problems, { terminal, format: 'text' })
}
