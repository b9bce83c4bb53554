import { jsonSchema, SCHEMA_NAMES } from '../../core/schemas.ts'
import { refuse } from '../../core/problem.ts'
import { didYouMean } from '../../core/text/nearest.ts'
import { openApp } from '../app.ts'
import { applyPlan } from '../apply.ts'
import type { CommandModule } from '../command.ts'
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
    const schema = SCHEMA_NAMES.find((each) => each === name)
    if (!schema) {
      throw refuse(
        'usage',
        name === undefined ? 'Which schema?' : `There is no schema \`${name}\`.`,
        didYouMean(name ?? '', SCHEMA_NAMES) ?? `One of: ${SCHEMA_NAMES.join(', ')}.`,
      )
    }
    world.terminal.print(jsonSchema(schema))
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
