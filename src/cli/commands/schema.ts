import { jsonSchema, SCHEMA_NAMES } from '../../core/schemas.ts'
import { openApp } from '../app.ts'
import { applyPlan } from '../apply.ts'
import type { CommandModule } from '../command.ts'
import { readChoice } from '../read-choice.ts'
import type { WriteFile } from '../../core/plan/change.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .argument('[name]', SCHEMA_NAMES.join(', '))
    .option('--out <folder>', 'write all of them into a folder of the workspace')
    .addHelpText('after', '\nExamples:\n  wg schema series\n  wg schema --out .wg/schema')
  run(async ({ values: [name], options }) => {
    if (typeof options['out'] === 'string') {
      await applyPlan(
        { changes: schemaFiles(options['out']), notes: [] },
        await openApp(world, options),
        false,
      )
      return undefined
    }
    const fault = name === undefined ? 'Which schema?' : `There is no schema \`${name}\`.`
    world.terminal.print(jsonSchema(readChoice(name ?? '', SCHEMA_NAMES, fault)))
    return undefined
  })
}

function schemaFiles(folder: string): WriteFile[] {
  return SCHEMA_NAMES.map((name) => ({
    kind: 'write-file',
    path: `${folder.replace(/\/+$/, '')}/${name}.json`,
    after: jsonSchema(name),
  }))
}
