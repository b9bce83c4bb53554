import { missingAsJson, type MissingMinutes, missingMinutes } from '../../core/record/missing-minutes.ts'
import { todayAt } from '../../core/time/today.ts'
import { load, openApp } from '../app.ts'
import type { CommandModule } from '../command.ts'
import { countedDays } from '../counted.ts'
import { loadRecord } from '../load-record.ts'
import { printTable } from '../print-table.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command.addHelpText('after', '\nExamples:\n  wg minutes missing\n  wg minutes missing --json')
  run(async ({ options }) => {
    const app = await openApp(world, options)
    const workspace = await load(app)
    const missing = missingMinutes(await loadRecord(app, workspace), todayAt(app.now))
    if (options.json)
      world.terminal.print(`${JSON.stringify({ missing: missing.map(missingAsJson) }, null, 2)}\n`)
    else if (missing.length === 0) world.terminal.print('Every meeting that was held has minutes.\n')
    else
      world.terminal.print(
        printTable(['Meeting', 'Held on', 'Age', 'File', ''], missing.map(rowOf), world.terminal),
      )
    return undefined
  })
}

function rowOf({ record: { key, date, file, state }, age }: MissingMinutes): readonly string[] {
  return [key, date, countedDays(age), file, state === 'untouched' ? 'as wg prepared it' : '']
}
