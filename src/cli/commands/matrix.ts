import { loadLoosely, openApp } from '../app.ts'
import type { CommandModule } from '../command.ts'
import { loadGroups } from '../load-groups.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command.addHelpText(
    'after',
    '\nPrints the JSON of `strategy.matrix`, with which GitHub Actions spread the groups over jobs:\n\n  wg matrix   {"include":[{"group":"groups/web","name":"Web"}]}\n\nEach job then runs `wg run --group groups/web`.',
  )
  run(async ({ options }) => {
    const app = await openApp(world, options)
    const { workspace } = await loadLoosely(app)
    const groups = await loadGroups(app, workspace.group)
    const busy = groups.filter(
      ({ path }) => path !== '.' || groups.length === 1 || workspace.series.length > 0,
    )
    const include = await Promise.all(
      busy.map(async ({ path, app: own }) => ({
        group: path,
        name: path === '.' ? workspace.group.name : (await loadLoosely(own)).workspace.group.name,
      })),
    )
    // GitHub Actions take the matrix from one line.
    world.terminal.print(`${JSON.stringify({ include })}\n`)
    return undefined
  })
}
