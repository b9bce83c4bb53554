import { examine, examinationTable, type Result } from '../../core/doctor/examination-table.ts'
import type { Problem } from '../../core/problem.ts'
import { openApp } from '../app.ts'
import type { CommandModule } from '../command.ts'
import { gatherMatter } from '../gather-matter.ts'
import { printProblems } from '../print-problems.ts'
import { countResults, printResults } from '../print-results.ts'
import { printTable } from '../print-table.ts'
import type { World } from '../world.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .option('--list', 'print everything that is looked at')
    .addHelpText(
      'after',
      '\nIt only reads.\n\nExamples:\n  wg doctor\n  wg doctor --quiet\n  wg doctor --list',
    )
  run(async ({ options }) => {
    if (options['list'] === true) {
      listExaminations(world, options.json === true)
      return undefined
    }
    const app = await openApp(world, options)
    const matter = await gatherMatter(app)
    const results = examine(matter)
    if (options.json) {
      const examinations = results.map(resultAsJson)
      world.terminal.print(`${JSON.stringify({ repository: matter.home ?? null, examinations }, null, 2)}\n`)
    } else tell(results, world, options.quiet === true)
    return results.some(({ state }) => state === 'wrong') ? 1 : undefined
  })
}

function tell(results: readonly Result[], { terminal, environment }: World, quiet: boolean): void {
  const grave = results.filter(({ state }) => state === 'wrong' || state === 'warning')
  terminal.print(printResults(quiet ? grave : results, terminal))
  if (environment.actions) printProblems(grave.map(asProblem), { terminal, format: 'github' })
  if (!quiet) terminal.say(`${countResults(results)}.\n`)
}

function asProblem({ name, state, message, hint, page }: Result): Problem {
  return {
    rule: name,
    severity: state === 'wrong' ? 'error' : 'warning',
    message,
    hint: [hint ?? '', page ?? ''].join(' ').trim(),
  }
}

function resultAsJson({ name, sentence, state, message, hint, page }: Result) {
  return { name, sentence, state, message, hint: hint ?? null, page: page ?? null }
}

function listExaminations({ terminal }: World, json: boolean): void {
  const rows = examinationTable.map(({ name, sentence }) => ({ name, sentence }))
  if (json) terminal.print(`${JSON.stringify({ examinations: rows }, null, 2)}\n`)
  else
    terminal.print(
      printTable(
        ['Examination', 'What holds'],
        rows.map(({ name, sentence }) => [name, sentence]),
        terminal,
      ),
    )
}
